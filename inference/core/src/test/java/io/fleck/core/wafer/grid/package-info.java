/** Tests of the package of the same name. */
@NullMarked
package io.fleck.core.wafer.grid;

import org.jspecify.annotations.NullMarked;
