/** Tests of sending wafer maps. */
@NullMarked
package io.fleck.stream.gateway.wafers;

import org.jspecify.annotations.NullMarked;
