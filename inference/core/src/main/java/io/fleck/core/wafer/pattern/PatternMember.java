package io.fleck.core.wafer.pattern;

import java.time.Instant;

/**
 * A wafer of a cluster.
 *
 * @param wafer its id, the same however often it is sent
 * @param time when it was inspected
 */
public record PatternMember(String wafer, Instant time) {}
