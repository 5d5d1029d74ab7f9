package io.fleck.stream.gateway.wafers;

import io.fleck.stream.gateway.FrameItem;
import io.fleck.stream.gateway.FrameLedger;
import io.fleck.stream.gateway.FrameLedger.Assignment;
import io.fleck.stream.gateway.GatewayCounts;
import io.fleck.stream.gateway.GatewayException;
import io.fleck.stream.gateway.GatewayListener;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of each wafer and each file: counted, written into the ledger, told to the listener. A file is done when
 * all its wafers are acknowledged; until then a new run sends all of it again, under the same ids. Safe for use by several
 * threads.
 */
final class WaferOutcomes {
    /** One file on its way. */
    static final class Sending {
        private final FrameItem file;
        private final Assignment assignment;
        private int open;
        private boolean refused;

        private Sending(FrameItem file, Assignment assignment, int wafers) {
            this.file = file;
            this.assignment = assignment;
            this.open = wafers;
        }

        FrameItem file() {
            return file;
        }
    }

    private final FrameLedger ledger;
    private final GatewayListener listener;
    private long acknowledged;
    private long failed;
    private long inFlight;
    private boolean closed;
    private @Nullable GatewayException broken;

    WaferOutcomes(FrameLedger ledger, GatewayListener listener) {
        this.ledger = ledger;
        this.listener = listener;
    }

    /** A file of so many wafers, at least one, is about to be sent. */
    Sending begin(FrameItem file, Assignment assignment, int wafers) {
        return new Sending(file, assignment, wafers);
    }

    /** A wafer goes to the producer. */
    synchronized void handed() {
        inFlight++;
    }

    /** The producer did not take it after all: it will be handed over again. */
    synchronized void handedBack() {
        inFlight--;
        notifyAll();
    }

    /** The broker has a wafer. */
    void acknowledged(Sending sending) {
        synchronized (this) {
            if (closed) {
                return; // the ledger keeps the file as unacknowledged: it is sent once more, under the same ids
            }
            acknowledged++;
            settle(sending);
        }
        listener.acknowledged(sending.file);
    }

    /** The broker will never take this wafer. The others of its file are sent all the same. */
    void refused(Sending sending, String reason) {
        synchronized (this) {
            if (closed) {
                return;
            }
            failed++;
            sending.refused = true;
            ledger.failed(sending.file, reason);
            settle(sending);
        }
        listener.failed(sending.file, reason);
    }

    private void settle(Sending sending) {
        inFlight--;
        sending.open--;
        if (sending.open == 0 && !sending.refused) {
            ledger.acknowledged(sending.assignment);
        }
        notifyAll();
    }

    /** Nothing of the file is sent. */
    void failed(FrameItem file, String reason) {
        synchronized (this) {
            ledger.failed(file, reason);
            failed++;
            notifyAll();
        }
        listener.failed(file, reason);
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
