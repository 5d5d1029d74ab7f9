package io.fleck.stream.gateway;

/**
 * Sends a source's pictures as frames of one camera, in order, at a steady rate.
 *
 * <p>Each picture is numbered in the ledger before it is sent and marked there once the broker has it. The gateway waits
 * for a broker or a registry that is away.
 */
public final class FrameGateway {
    private FrameGateway() {}

    /**
     * Starts sending.
     *
     * @param clock for this gateway alone
     */
    public static Gateway start(
            GatewaySettings settings,
            FrameSource source,
            FrameLedger ledger,
            FrameTransport transport,
            GatewayClock clock,
            GatewayListener listener) {
        Deliveries deliveries = new Deliveries();
        Holdup holdup = new Holdup(listener);
        Outcomes outcomes = new Outcomes(ledger, listener, deliveries);
        Gateway.Work work = work(
                new FramePreparer(source, ledger, outcomes, transport.largest(settings)),
                new Pacer(settings.rate(), clock),
                new FrameSender(
                        settings,
                        transport,
                        clock,
                        outcomes,
                        holdup,
                        new RecordSender("frames", transport.producer(), clock, deliveries, holdup)));
        return Gateway.start("gateway-" + settings.camera(), source, ledger, clock, deliveries, holdup, work);
    }

    private static Gateway.Work work(FramePreparer preparer, Pacer pacer, FrameSender sender) {
        return over -> {
            for (PreparedFrame frame : preparer.next()) {
                pacer.await();
                sender.send(frame, over);
            }
        };
    }
}
