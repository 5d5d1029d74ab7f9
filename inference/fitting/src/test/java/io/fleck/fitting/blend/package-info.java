/** Tests of the package of the same name. */
@NullMarked
package io.fleck.fitting.blend;

import org.jspecify.annotations.NullMarked;
