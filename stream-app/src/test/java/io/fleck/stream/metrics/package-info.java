/** Tests of the metrics. */
@NullMarked
package io.fleck.stream.metrics;

import org.jspecify.annotations.NullMarked;
