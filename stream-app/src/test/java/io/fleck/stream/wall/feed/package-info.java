/** Tests of the package of the same name. */
@NullMarked
package io.fleck.stream.wall.feed;

import org.jspecify.annotations.NullMarked;
