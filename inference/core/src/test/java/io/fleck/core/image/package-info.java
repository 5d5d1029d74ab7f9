/** Tests of decoding and resizing. */
@NullMarked
package io.fleck.core.image;

import org.jspecify.annotations.NullMarked;
