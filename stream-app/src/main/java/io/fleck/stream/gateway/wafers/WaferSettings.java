package io.fleck.stream.gateway.wafers;

import io.fleck.core.wafer.format.ReadLimits;

/**
 * Where wafer maps go and how fast.
 *
 * @param topic topic of the wafer maps
 * @param rate wafers a second; 0 sends as fast as the broker takes them
 * @param limits what a file may hold
 */
public record WaferSettings(String topic, double rate, ReadLimits limits) {
    private static final double RATE_LIMIT = 1_000_000;

    /** Refuses an empty topic and a rate out of range. */
    public WaferSettings {
        if (topic.isBlank()) {
            throw new IllegalArgumentException("topic is '" + topic + "'; it must not be empty");
        }
        if (!(rate >= 0 && rate <= RATE_LIMIT)) {
            throw new IllegalArgumentException("rate is " + rate + "; it must be 0 (no limit) to 1000000 a second");
        }
    }
}
