package io.fleck.stream.gateway;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the producer was handed and what became of it, and whether the gateway can go on. What is written down
 * about a record is written under the same lock, and nothing any more after {@link #close}. Safe for use by several
 * threads.
 */
public final class Deliveries {
    private long acknowledged;
    private long failed;
    private long inFlight;
    private boolean closed;
    private @Nullable GatewayException broken;

    /** A record goes to the producer. */
    public synchronized void handed() {
        inFlight++;
    }

    /** The producer did not take the record after all: it will be handed over again. */
    public synchronized void handedBack() {
        inFlight--;
        notifyAll();
    }

    /**
     * The broker has a record.
     *
     * @param written writes that down
     * @return false when closed: the ledger keeps the record as unacknowledged, and it is sent once more under the same id
     */
    public synchronized boolean acknowledged(Runnable written) {
        if (closed) {
            return false;
        }
        written.run();
        acknowledged++;
        inFlight--;
        notifyAll();
        return true;
    }

    /**
     * The broker will never take a record that it was handed.
     *
     * @param written writes that down
     * @return false when closed
     */
    public synchronized boolean refused(Runnable written) {
        if (closed) {
            return false;
        }
        inFlight--;
        failed(written);
        return true;
    }

    /**
     * Something is not sent at all.
     *
     * @param written writes that down
     */
    public synchronized void failed(Runnable written) {
        written.run();
        failed++;
        notifyAll();
    }

    /** The gateway can't go on. The first reason counts. */
    public synchronized void broken(GatewayException reason) {
        if (!closed && broken == null) {
            broken = reason;
        }
        notifyAll();
    }

    /** Why the gateway can't go on. */
    public synchronized Optional<GatewayException> broken() {
        return Optional.ofNullable(broken);
    }

    /** Acknowledged, failed and in flight so far. */
    public synchronized GatewayCounts counts() {
        return new GatewayCounts(acknowledged, failed, inFlight);
    }

    /** Waits until nothing is in flight or the gateway is broken; false when neither came in time. */
    public synchronized boolean awaitSettled(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (inFlight > 0 && broken == null) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** From now on the ledger is left alone. */
    synchronized void close() {
        closed = true;
    }
}
