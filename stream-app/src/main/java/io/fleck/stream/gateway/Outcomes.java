package io.fleck.stream.gateway;

import io.fleck.stream.gateway.FrameLedger.Assignment;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of each frame: counted, written into the ledger, told to the listener. Safe for use by several threads. */
final class Outcomes {
    private final FrameLedger ledger;
    private final GatewayListener listener;
    private long acknowledged;
    private long failed;
    private long inFlight;
    private boolean closed;
    private @Nullable GatewayException broken;

    Outcomes(FrameLedger ledger, GatewayListener listener) {
        this.ledger = ledger;
        this.listener = listener;
    }

    /** A frame goes to the producer. */
    synchronized void handed() {
        inFlight++;
    }

    /** The producer did not take the frame after all: it will be handed over again. */
    synchronized void handedBack() {
        inFlight--;
        notifyAll();
    }

    void acknowledged(FrameItem item, Assignment assignment) {
        synchronized (this) {
            if (closed) {
                return; // the ledger keeps it as unacknowledged: it is sent once more, under the same id
            }
            ledger.acknowledged(assignment);
            acknowledged++;
            inFlight--;
            notifyAll();
        }
        listener.acknowledged(item);
    }

    /** The broker will never take this one. */
    void refused(FrameItem item, String reason) {
        synchronized (this) {
            if (closed) {
                return;
            }
            inFlight--;
        }
        failed(item, reason);
    }

    /** The picture is not sent. */
    void failed(FrameItem item, String reason) {
        synchronized (this) {
            ledger.failed(item, reason);
            failed++;
            notifyAll();
        }
        listener.failed(item, reason);
    }

    /** The gateway can't go on. The first reason counts. */
    synchronized void broken(GatewayException reason) {
        if (!closed && broken == null) {
            broken = reason;
        }
        notifyAll();
    }

    synchronized Optional<GatewayException> broken() {
        return Optional.ofNullable(broken);
    }

    synchronized GatewayCounts counts() {
        return new GatewayCounts(acknowledged, failed, inFlight);
    }

    /** Waits until nothing is in flight or the gateway is broken; false when neither came in time. */
    synchronized boolean awaitSettled(Duration limit) throws InterruptedException {
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
