package io.fleck.core.batch;

import java.util.concurrent.locks.Condition;

/** The time that a batcher lives by, so that a test can set it. */
public interface BatchClock {
    /** The machine's monotonic clock. */
    BatchClock SYSTEM = new BatchClock() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        @SuppressWarnings("WaitNotInLoop") // the caller loops over its own condition
        public void await(Condition condition, long nanos) throws InterruptedException {
            long ignored = condition.awaitNanos(nanos);
        }
    };

    /** Nanoseconds since some fixed moment. */
    long nanoTime();

    /** Waits for a signal, at most that many nanoseconds of this clock; may return early. */
    void await(Condition condition, long nanos) throws InterruptedException;
}
