package io.fleck.load.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that can be made to jump while others read it. */
final class ShiftingClock extends Clock {
    private volatile Clock now;

    ShiftingClock(Clock base) {
        this.now = base;
    }

    /** Jumps, forward or back. */
    synchronized void shift(Duration by) {
        now = Clock.offset(now, by);
    }

    @Override
    public Instant instant() {
        return now.instant();
    }

    @Override
    public ZoneId getZone() {
        return now.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ShiftingClock(now.withZone(zone));
    }
}
