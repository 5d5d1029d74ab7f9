/** Tests of previews. */
@NullMarked
package io.fleck.stream.previews;

import org.jspecify.annotations.NullMarked;
