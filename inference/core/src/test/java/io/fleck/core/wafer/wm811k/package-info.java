/** Tests of WM-811K rows. */
@NullMarked
package io.fleck.core.wafer.wm811k;

import org.jspecify.annotations.NullMarked;
