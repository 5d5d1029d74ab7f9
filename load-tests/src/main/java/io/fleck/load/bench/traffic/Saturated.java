package io.fleck.load.bench.traffic;

import io.fleck.load.bench.measure.Span;
import io.fleck.load.bench.measure.StageTimes;

/**
 * What a stream reached with work always waiting for it.
 *
 * @param span frames finished in the measured time
 * @param stages time per stage of these frames
 */
public record Saturated(Span span, StageTimes stages) {}
