/** Tests of the package of the same name. */
@NullMarked
package io.fleck.training.wafer;

import org.jspecify.annotations.NullMarked;
