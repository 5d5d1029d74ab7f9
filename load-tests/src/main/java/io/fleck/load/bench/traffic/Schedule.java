package io.fleck.load.bench.traffic;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * When frames of an open-loop load are due: at even intervals, whatever became of those before. A driver that is held up
 * sends the frames that became due meanwhile at once, each with the moment at which it was due.
 */
final class Schedule {
    private static final double MICROS_PER_SECOND = 1e6;

    private final long start;
    private final double interval;

    /**
     * A schedule.
     *
     * @param start when the first frame is due, in microseconds
     * @param perSecond frames a second, above 0
     */
    Schedule(long start, double perSecond) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("rate of " + perSecond + " frames a second; it must be above 0");
        }
        this.start = start;
        this.interval = MICROS_PER_SECOND / perSecond;
    }

    /** When the first frame is due. */
    long start() {
        return start;
    }

    /** When the frame of that number is due; rounding does not add up. */
    long due(long number) {
        return start + Math.round(number * interval);
    }

    /** Sends until told to stop. */
    void run(LongSupplier clock, LongConsumer send, Driver driver) {
        for (long number = 0; driver.goesOn(); number++) {
            long due = due(number);
            while (clock.getAsLong() < due && driver.goesOn()) {
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(due - clock.getAsLong()));
            }
            if (driver.goesOn()) {
                send.accept(due);
            }
        }
    }
}
