/** Tests of wafers and their maps. */
@NullMarked
package io.fleck.core.wafer;

import org.jspecify.annotations.NullMarked;
