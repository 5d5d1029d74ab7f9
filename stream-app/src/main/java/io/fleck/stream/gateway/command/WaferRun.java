package io.fleck.stream.gateway.command;

import io.fleck.cli.CommonOptions;
import io.fleck.cli.ExitCode;
import io.fleck.cli.Figures;
import io.fleck.cli.Progress;
import io.fleck.stream.gateway.FrameSource;
import io.fleck.stream.gateway.Gateway;
import io.fleck.stream.gateway.GatewayClock;
import io.fleck.stream.gateway.GatewayCounts;
import io.fleck.stream.gateway.SystemGatewayClock;
import io.fleck.stream.gateway.files.FileKind;
import io.fleck.stream.gateway.files.FolderSource;
import io.fleck.stream.gateway.files.Journal;
import io.fleck.stream.gateway.files.WatchedFolder;
import io.fleck.stream.gateway.wafers.WaferGateway;
import io.fleck.stream.gateway.wafers.WaferSettings;
import io.fleck.stream.gateway.wafers.WaferTransport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One run of the gateway over a folder of wafer maps. */
final class WaferRun {
    /** Whose journal it is, where frames have a camera. */
    static final String JOURNAL = "wafer-maps";

    private static final double MILLIS = 1_000;

    private final CommonOptions common;
    private final PrintWriter err;
    private final GatewayInterrupt interrupt;

    WaferRun(CommonOptions common, PrintWriter err, GatewayInterrupt interrupt) {
        this.common = common;
        this.err = err;
        this.interrupt = interrupt;
    }

    /**
     * Sends a folder and says what became of it.
     *
     * @param settle how long a file must stay the same; null takes the folder as it is and does not watch
     * @return exit code
     */
    int of(Path folder, @Nullable Duration settle, WaferSettings settings, Journal journal, WaferTransport transport)
            throws InterruptedException {
        GatewayClock clock = new SystemGatewayClock();
        long started = clock.nanoTime();
        FrameSource source = source(folder, settle, journal, clock);
        try (Progress progress = common.progress("wafers sent", 0);
                Gateway gateway = WaferGateway.start(
                        settings, source, journal, transport, clock, new ConsoleListener(progress, err))) {
            interrupt.stops(gateway);
            gateway.await();
            gateway.close();
            return publish(gateway.counts(), Duration.ofNanos(clock.nanoTime() - started));
        }
    }

    private FrameSource source(Path folder, @Nullable Duration settle, Journal journal, GatewayClock clock) {
        if (settle != null) {
            return WatchedFolder.open(folder, settle, journal, FileKind.WAFER_MAPS, clock);
        }
        FolderSource files = FolderSource.list(folder, journal, FileKind.WAFER_MAPS);
        files.notes().forEach(this::tell);
        if (files.acknowledgedBefore() > 0) {
            tell(files.acknowledgedBefore() + " files were acknowledged before; they are not sent again");
        }
        return files;
    }

    private int publish(GatewayCounts counts, Duration elapsed) {
        common.publish(new Figures()
                .put("sent", counts.acknowledged())
                .put("failed", counts.failed())
                .put("seconds", elapsed.toMillis() / MILLIS));
        if (counts.inFlight() > 0) {
            tell(counts.inFlight() + " wafer maps are not acknowledged yet; the next run sends their files again");
        }
        return counts.failed() > 0 ? ExitCode.FAILED : ExitCode.DONE;
    }

    private void tell(String text) {
        err.println("gateway: " + text);
        err.flush();
    }
}
