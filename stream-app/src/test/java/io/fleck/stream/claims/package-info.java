@NullMarked
package io.fleck.stream.claims;

import org.jspecify.annotations.NullMarked;
