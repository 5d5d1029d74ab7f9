package io.fleck.stream.gateway.wafers;

import io.fleck.stream.gateway.Deliveries;
import io.fleck.stream.gateway.FrameItem;
import io.fleck.stream.gateway.FrameLedger;
import io.fleck.stream.gateway.FrameLedger.Assignment;
import io.fleck.stream.gateway.GatewayListener;
import io.fleck.stream.gateway.RecordSender;

/**
 * What became of each wafer and each file: counted, written into the ledger, told to the listener. A file is done when
 * all its wafers are acknowledged; until then a new run sends all of it again, under the same ids. Safe for use by several
 * threads.
 */
final class WaferOutcomes {
    /** One file on its way. Guarded by the deliveries' lock. */
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
    private final Deliveries deliveries;

    WaferOutcomes(FrameLedger ledger, GatewayListener listener, Deliveries deliveries) {
        this.ledger = ledger;
        this.listener = listener;
        this.deliveries = deliveries;
    }

    /** A file of so many wafers, at least one, is about to be sent. */
    Sending begin(FrameItem file, Assignment assignment, int wafers) {
        return new Sending(file, assignment, wafers);
    }

    /** What the broker says of a wafer of a file. */
    RecordSender.Receipt receipt(String key, Sending sending) {
        return new RecordSender.Receipt() {
            @Override
            public void acknowledged() {
                WaferOutcomes.this.acknowledged(sending);
            }

            @Override
            public void refused(String reason) {
                WaferOutcomes.this.refused(sending, "wafer " + key + ": " + reason);
            }
        };
    }

    private void acknowledged(Sending sending) {
        if (deliveries.acknowledged(() -> settle(sending))) {
            listener.acknowledged(sending.file);
        }
    }

    /** The others of its file are sent all the same. */
    private void refused(Sending sending, String reason) {
        boolean told = deliveries.refused(() -> {
            sending.refused = true;
            ledger.failed(sending.file, reason);
            settle(sending);
        });
        if (told) {
            listener.failed(sending.file, reason);
        }
    }

    private void settle(Sending sending) {
        sending.open--;
        if (sending.open == 0 && !sending.refused) {
            ledger.acknowledged(sending.assignment);
        }
    }

    /** Nothing of the file is sent. */
    void failed(FrameItem file, String reason) {
        deliveries.failed(() -> ledger.failed(file, reason));
        listener.failed(file, reason);
    }
}
