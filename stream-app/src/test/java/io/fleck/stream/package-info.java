/** What tests of several packages share. */
@NullMarked
package io.fleck.stream;

import org.jspecify.annotations.NullMarked;
