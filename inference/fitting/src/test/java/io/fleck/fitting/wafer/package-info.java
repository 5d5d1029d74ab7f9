/** Tests of the package of the same name. */
@NullMarked
package io.fleck.fitting.wafer;

import org.jspecify.annotations.NullMarked;
