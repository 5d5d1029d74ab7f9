/**
 * What the application counts and measures: every metric name stands in {@link
 * io.fleck.stream.metrics.InspectionMetrics}.
 *
 * <p>Belongs here: metrics and the page generated from them, Kafka Streams' own metrics as a collector. Does not belong
 * here: serving them.
 */
@NullMarked
package io.fleck.stream.metrics;

import org.jspecify.annotations.NullMarked;
