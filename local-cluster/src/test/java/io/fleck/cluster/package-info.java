@NullMarked
package io.fleck.cluster;

import org.jspecify.annotations.NullMarked;
