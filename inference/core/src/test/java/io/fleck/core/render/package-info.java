/** Tests of pictures for people. */
@NullMarked
package io.fleck.core.render;

import org.jspecify.annotations.NullMarked;
