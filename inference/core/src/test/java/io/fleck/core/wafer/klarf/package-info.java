/** Tests of KLARF. */
@NullMarked
package io.fleck.core.wafer.klarf;

import org.jspecify.annotations.NullMarked;
