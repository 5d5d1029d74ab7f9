/** Tests of the file, limits and errors. */
@NullMarked
package io.fleck.core.wafer.format;

import org.jspecify.annotations.NullMarked;
