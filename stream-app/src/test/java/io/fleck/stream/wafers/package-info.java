/** Tests of the package. */
@NullMarked
package io.fleck.stream.wafers;

import org.jspecify.annotations.NullMarked;
