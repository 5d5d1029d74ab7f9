package io.fleck.stream.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A clock that moves only when somebody waits or turns it; waits end at once. */
public final class TurnedClock implements GatewayClock {
    private final Instant start;
    private final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
    private long nanos;
    private boolean released;

    /** A clock that stands at the given time. */
    public TurnedClock(Instant start) {
        this.start = start;
    }

    @Override
    public synchronized Instant now() {
        return start.plusNanos(nanos);
    }

    @Override
    public synchronized long nanoTime() {
        return nanos;
    }

    /** Moves the clock. */
    public synchronized void turn(Duration by) {
        nanos += by.toNanos();
    }

    @Override
    public void await(Duration wait) {
        waits.add(wait);
        turn(wait);
    }

    @Override
    public synchronized void release() {
        released = true;
    }

    /** Whether waits were ended for good. */
    public synchronized boolean released() {
        return released;
    }

    /** Waits so far. */
    public List<Duration> waits() {
        return waits;
    }
}
