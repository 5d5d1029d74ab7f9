package io.fleck.demo;

import io.fleck.core.wafer.format.ReadLimits;
import io.fleck.stream.gateway.FrameItem;
import io.fleck.stream.gateway.Gateway;
import io.fleck.stream.gateway.GatewayListener;
import io.fleck.stream.gateway.SystemGatewayClock;
import io.fleck.stream.gateway.files.FileKind;
import io.fleck.stream.gateway.files.FolderSource;
import io.fleck.stream.gateway.files.Journal;
import io.fleck.stream.gateway.wafers.WaferGateway;
import io.fleck.stream.gateway.wafers.WaferSettings;
import io.fleck.stream.gateway.wafers.WaferTransport;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;

/** The user's files of wafer maps, each sent once. */
final class OwnWafers implements WaferTool {
    private final Journal journal;
    private final Gateway gateway;
    private final WaferTransport transport;

    private OwnWafers(Journal journal, Gateway gateway, WaferTransport transport) {
        this.journal = journal;
        this.gateway = gateway;
        this.transport = transport;
    }

    /**
     * Starts sending.
     *
     * @param rate wafers a second, above 0
     * @param transport is closed with it
     * @param work folder for the journal
     * @param say told of files that are not sent
     */
    static OwnWafers start(
            Path folder, double rate, String topic, WaferTransport transport, Path work, Consumer<String> say) {
        Journal journal = Journal.open(work.resolve("wafer-maps.journal"), "wafer-maps", Clock.systemUTC());
        FolderSource source = FolderSource.list(folder, journal, FileKind.WAFER_MAPS);
        source.notes().forEach(say);
        Gateway gateway = WaferGateway.start(
                new WaferSettings(topic, rate, ReadLimits.DEFAULT),
                source,
                journal,
                transport,
                new SystemGatewayClock(),
                new GatewayListener() {
                    @Override
                    public void failed(FrameItem item, String reason) {
                        say.accept(item.name() + " is not sent: " + reason);
                    }
                });
        return new OwnWafers(journal, gateway, transport);
    }

    @Override
    public void stop() {
        gateway.stop();
        gateway.close();
    }

    @Override
    public long acknowledged() {
        return gateway.counts().acknowledged();
    }

    @Override
    public void close() {
        gateway.close();
        journal.close();
        transport.close();
    }
}
