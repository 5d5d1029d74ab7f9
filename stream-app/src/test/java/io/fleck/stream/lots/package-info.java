/** Tests of the package. */
@NullMarked
package io.fleck.stream.lots;

import org.jspecify.annotations.NullMarked;
