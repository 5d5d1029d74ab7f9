/** Tests of the package of the same name. */
@NullMarked
package io.fleck.fitting.frames;

import org.jspecify.annotations.NullMarked;
