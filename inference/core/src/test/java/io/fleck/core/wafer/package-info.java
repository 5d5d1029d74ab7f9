/** Tests of the package of the same name. */
@NullMarked
package io.fleck.core.wafer;

import org.jspecify.annotations.NullMarked;
