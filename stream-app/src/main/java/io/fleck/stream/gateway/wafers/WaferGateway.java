package io.fleck.stream.gateway.wafers;

import io.fleck.stream.gateway.Deliveries;
import io.fleck.stream.gateway.FrameLedger;
import io.fleck.stream.gateway.FrameSource;
import io.fleck.stream.gateway.Gateway;
import io.fleck.stream.gateway.GatewayClock;
import io.fleck.stream.gateway.GatewayListener;
import io.fleck.stream.gateway.Holdup;
import io.fleck.stream.gateway.Pacer;
import io.fleck.stream.gateway.RecordSender;

/**
 * Sends a source's files of wafer maps, one record a wafer, in order. A file that cannot be read whole is told, counted
 * as failed, and nothing of it is sent; the next one goes on.
 *
 * <p>A file is in the ledger before its first wafer is sent, and done there once the broker has its last. The gateway
 * waits for a broker or a registry that is away.
 */
public final class WaferGateway {
    private WaferGateway() {}

    /**
     * Starts sending.
     *
     * @param clock for this gateway alone
     */
    public static Gateway start(
            WaferSettings settings,
            FrameSource source,
            FrameLedger ledger,
            WaferTransport transport,
            GatewayClock clock,
            GatewayListener listener) {
        Deliveries deliveries = new Deliveries();
        Holdup holdup = new Holdup(listener);
        WaferFiles files = new WaferFiles(
                settings,
                source,
                ledger,
                transport,
                new WaferOutcomes(ledger, listener, deliveries),
                new Pacer(settings.rate(), clock),
                new RecordSender("wafer maps", transport.producer(), clock, deliveries, holdup));
        return Gateway.start("gateway-wafers", source, ledger, clock, deliveries, holdup, files);
    }
}
