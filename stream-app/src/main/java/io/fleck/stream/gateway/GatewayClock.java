package io.fleck.stream.gateway;

import java.time.Duration;
import java.time.Instant;

/** Time as a gateway sees it; a test turns a clock of its own. */
public interface GatewayClock {
    /** Wall-clock time: for time stamps only. */
    Instant now();

    /** Nanoseconds of a clock that never jumps: for intervals. */
    long nanoTime();

    /** Waits so long, or until {@link #release} was called, at any time before or meanwhile. */
    void await(Duration wait) throws InterruptedException;

    /** Ends all waits, present and future: the gateway is to stop. */
    void release();
}
