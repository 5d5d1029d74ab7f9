package io.fleck.fitting.report;

import java.time.Instant;

/**
 * What a report says of the circumstances.
 *
 * @param data name of the data set, as the user gave it
 * @param engine name of the engine that ran the model
 * @param threads images inspected at a time
 * @param seed seed of the images drawn at random
 * @param at when the evaluation ended
 */
public record ReportContext(String data, String engine, int threads, long seed, Instant at) {}
