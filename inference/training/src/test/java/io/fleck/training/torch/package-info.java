/** Tests of the package of the same name. */
@NullMarked
package io.fleck.training.torch;

import org.jspecify.annotations.NullMarked;
