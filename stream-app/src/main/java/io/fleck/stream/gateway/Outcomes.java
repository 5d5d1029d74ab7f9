package io.fleck.stream.gateway;

import io.fleck.stream.gateway.FrameLedger.Assignment;

/** What became of each frame: counted, written into the ledger, told to the listener. Safe for use by several threads. */
final class Outcomes {
    private final FrameLedger ledger;
    private final GatewayListener listener;
    private final Deliveries deliveries;

    Outcomes(FrameLedger ledger, GatewayListener listener, Deliveries deliveries) {
        this.ledger = ledger;
        this.listener = listener;
        this.deliveries = deliveries;
    }

    void acknowledged(FrameItem item, Assignment assignment) {
        if (deliveries.acknowledged(() -> ledger.acknowledged(assignment))) {
            listener.acknowledged(item);
        }
    }

    /** The broker will never take this one. */
    void refused(FrameItem item, String reason) {
        if (deliveries.refused(() -> ledger.failed(item, reason))) {
            listener.failed(item, reason);
        }
    }

    /** The picture is not sent. */
    void failed(FrameItem item, String reason) {
        deliveries.failed(() -> ledger.failed(item, reason));
        listener.failed(item, reason);
    }
}
