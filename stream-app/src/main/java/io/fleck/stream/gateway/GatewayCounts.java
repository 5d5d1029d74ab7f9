package io.fleck.stream.gateway;

/**
 * Where a gateway stands.
 *
 * @param acknowledged frames that the broker has acknowledged
 * @param failed pictures that will not be sent
 * @param inFlight frames handed to the producer and not acknowledged yet
 */
public record GatewayCounts(long acknowledged, long failed, long inFlight) {}
