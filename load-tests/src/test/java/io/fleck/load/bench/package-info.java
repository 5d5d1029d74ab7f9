/** Tests of the command {@code bench}. */
@NullMarked
package io.fleck.load.bench;

import org.jspecify.annotations.NullMarked;
