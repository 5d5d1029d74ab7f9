/** Tests of the package of the same name. */
@NullMarked
package io.fleck.stream.wall;

import org.jspecify.annotations.NullMarked;
