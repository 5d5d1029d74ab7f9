package io.fleck.load.bench.traffic;

import io.fleck.load.bench.measure.Latencies;
import io.fleck.load.bench.measure.Span;
import io.fleck.load.bench.measure.StageTimes;

/**
 * What came of a load at a fixed rate.
 *
 * @param perSecond frames a second that were offered
 * @param added latency without the engine: read minus due minus the batch's engine time
 * @param total latency from due to read
 * @param stages time per stage of the same frames
 * @param span frames finished in the measured time
 */
public record Offered(double perSecond, Latencies added, Latencies total, StageTimes stages, Span span) {}
