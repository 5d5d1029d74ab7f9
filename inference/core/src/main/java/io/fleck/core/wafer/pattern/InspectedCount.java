package io.fleck.core.wafer.pattern;

import java.time.Instant;

/**
 * Wafers inspected in a part of the window, rejected or not.
 *
 * @param start of that part
 * @param wafers how many
 */
public record InspectedCount(Instant start, long wafers) {}
