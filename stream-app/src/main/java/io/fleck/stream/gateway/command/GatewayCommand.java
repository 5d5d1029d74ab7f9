package io.fleck.stream.gateway.command;

import io.fleck.avro.CameraFrame;
import io.fleck.avro.WaferDefectMap;
import io.fleck.cli.CommandException;
import io.fleck.cli.CommonOptions;
import io.fleck.cli.ExitCode;
import io.fleck.cli.Figures;
import io.fleck.cli.FleckCommand;
import io.fleck.cli.Progress;
import io.fleck.core.wafer.format.ReadLimits;
import io.fleck.serdes.AvroCodec;
import io.fleck.stream.claims.ClaimWriter;
import io.fleck.stream.connection.ConnectionOptions;
import io.fleck.stream.gateway.FrameGateway;
import io.fleck.stream.gateway.FrameSource;
import io.fleck.stream.gateway.FrameTransport;
import io.fleck.stream.gateway.Gateway;
import io.fleck.stream.gateway.GatewayClock;
import io.fleck.stream.gateway.GatewayCounts;
import io.fleck.stream.gateway.GatewayException;
import io.fleck.stream.gateway.GatewaySettings;
import io.fleck.stream.gateway.ProducerSettings;
import io.fleck.stream.gateway.SystemGatewayClock;
import io.fleck.stream.gateway.files.FileKind;
import io.fleck.stream.gateway.files.FolderSource;
import io.fleck.stream.gateway.files.Journal;
import io.fleck.stream.gateway.files.WatchedFolder;
import io.fleck.stream.gateway.wafers.WaferSettings;
import io.fleck.stream.gateway.wafers.WaferTransport;
import io.fleck.stream.topics.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fleck gateway}: image files or wafer maps of a folder into their topic. */
@Command(
        name = "gateway",
        description = {
            "Sends the JPEG and PNG files of a folder as camera frames, or its files of wafer maps (KLARF 1.1, 1.2 and 1.8, "
                    + "SEMI G85 and E142, WM-811K rows) as one record a wafer, oldest first, each at least once.",
            "A malformed file is named with line, field and reason, counted as failed, and the next one goes on.",
            "A journal remembers what the broker has: run it again after a crash and it goes on where it was."
        })
public final class GatewayCommand implements FleckCommand {
    private static final double USUAL_RATE = 10;
    private static final double MILLIS = 1_000;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private ClaimOptions claims = new ClaimOptions();

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // required
    private Input input;

    /** What is sent: pictures or wafer maps. */
    private static final class Input {
        @Option(
                names = "--frames",
                paramLabel = "DIR",
                required = true,
                description =
                        "Folder of images, with all below it; where it has an index.tsv, the files that this names.")
        private @Nullable Path frames;

        @Option(
                names = "--wafers",
                paramLabel = "DIR",
                required = true,
                description =
                        "Folder of wafer maps, plain or gzip, with all below it; a file's content tells its format. "
                                + "--camera, --station, --line and claims are for frames only.")
        private @Nullable Path wafers;
    }

    @Option(names = "--watch", description = "Go on for ever: take each new file once it is finished.")
    private boolean watch;

    @Option(
            names = "--settle",
            paramLabel = "TIME",
            defaultValue = "1s",
            description = "With --watch: a file is finished when nobody changed it so long (default: 1s).")
    private Duration settle = Duration.ofSeconds(1);

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Frames or wafers a second; 0: as fast as the broker takes them "
                    + "(default: 10; with --watch or --wafers: 0).")
    private @Nullable Double rate;

    @Option(
            names = "--camera",
            paramLabel = "ID",
            defaultValue = "camera-1",
            description = "Camera that the frames are of (default: ${DEFAULT-VALUE}).")
    private String camera = "";

    @Option(
            names = "--station",
            paramLabel = "ID",
            defaultValue = "station-1",
            description = "Station whose recipe applies (default: ${DEFAULT-VALUE}).")
    private String station = "";

    @Option(names = "--line", paramLabel = "ID", defaultValue = "", description = "Production line.")
    private String line = "";

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "What was sent; one for each camera and folder, or folder of wafer maps "
                    + "(default: in ~/.local/state/fleck/gateway).")
    private @Nullable Path journalFile;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (input.wafers != null) {
            return wafers(input.wafers);
        }
        return frames(Objects.requireNonNull(input.frames));
    }

    private int frames(Path frames) throws InterruptedException {
        GatewaySettings settings = settings(frames);
        Path path = journalFile != null ? journalFile : JournalFiles.of(camera, frames, System.getenv());
        try (GatewayInterrupt interrupt = GatewayInterrupt.install();
                AvroCodec codec = connection.codec();
                FrameTransport transport = transport(codec)) {
            awaitTopic(settings.topic(), interrupt);
            try (Journal journal = Journal.open(path, camera, Clock.systemUTC())) {
                return run(settings, frames, journal, path, transport, interrupt);
            }
        } catch (GatewayException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()), e);
        }
    }

    /** Wafer maps: one journal for each folder, records of their own, everything else as with frames. */
    private int wafers(Path folder) throws InterruptedException {
        requireFolder("--wafers", folder);
        Path path = journalFile != null ? journalFile : JournalFiles.of(WaferRun.JOURNAL, folder, System.getenv());
        try (GatewayInterrupt interrupt = GatewayInterrupt.install();
                AvroCodec codec = connection.codec();
                WaferTransport transport = ConnectionOptions.checked(() -> WaferTransport.open(
                        connection.bootstrap(), connection.producer(), codec.serializer(WaferDefectMap.class)))) {
            WaferSettings settings = waferSettings();
            awaitTopic(settings.topic(), interrupt);
            try (Journal journal = Journal.open(path, WaferRun.JOURNAL, Clock.systemUTC())) {
                WaferRun run = new WaferRun(common, spec.commandLine().getErr(), interrupt);
                return run.of(folder, watch ? settle : null, settings, journal, transport);
            }
        } catch (GatewayException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()), e);
        }
    }

    private WaferSettings waferSettings() {
        try {
            return new WaferSettings(
                    connection.topics().name(Topic.WAFER_MAPS), rate != null ? rate : 0, ReadLimits.DEFAULT);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        }
    }

    private static void requireFolder(String option, Path folder) {
        if (!Files.isDirectory(folder)) {
            throw CommandException.usage(option + " " + folder + ": no such folder");
        }
    }

    private GatewaySettings settings(Path frames) {
        requireFolder("--frames", frames);
        if (watch && Files.exists(frames.resolve("index.tsv"))) {
            throw CommandException.usage("--watch takes new files of a folder; " + frames + " has a fixed index.tsv");
        }
        double pace = rate != null ? rate : watch ? 0 : USUAL_RATE;
        try {
            return new GatewaySettings(
                    connection.topics().name(Topic.FRAMES), camera, station, line, pace, GatewaySettings.INLINE_LIMIT);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        }
    }

    @SuppressWarnings("NullAway") // null is how the transport says that no picture is claimed
    private FrameTransport transport(AvroCodec codec) {
        ClaimWriter writer = claims.writer(connection).orElse(null);
        return ConnectionOptions.checked(() -> new FrameTransport(
                ProducerSettings.open(connection.bootstrap(), connection.producer()),
                codec.serializer(CameraFrame.class),
                writer));
    }

    private void awaitTopic(String topic, GatewayInterrupt interrupt) throws InterruptedException {
        try (Admin admin = connection.admin()) {
            TopicCheck.await(admin, topic, interrupt.clock(), interrupt::raised, this::tell);
        }
    }

    private int run(
            GatewaySettings settings,
            Path frames,
            Journal journal,
            Path path,
            FrameTransport transport,
            GatewayInterrupt interrupt)
            throws InterruptedException {
        GatewayClock clock = new SystemGatewayClock();
        FrameSource source = source(frames, journal, path, clock);
        long started = clock.nanoTime();
        long total = source instanceof FolderSource folder ? folder.size() : 0;
        try (Progress progress = common.progress("frames sent", total);
                Gateway gateway = FrameGateway.start(
                        settings,
                        source,
                        journal,
                        transport,
                        clock,
                        new ConsoleListener(progress, spec.commandLine().getErr()))) {
            interrupt.stops(gateway);
            gateway.await();
            gateway.close();
            return publish(gateway.counts(), Duration.ofNanos(clock.nanoTime() - started));
        }
    }

    private FrameSource source(Path frames, Journal journal, Path path, GatewayClock clock) {
        if (watch) {
            return WatchedFolder.open(frames, settle, journal, FileKind.PICTURES, clock);
        }
        FolderSource folder = FolderSource.list(frames, journal);
        folder.notes().forEach(this::tell);
        if (folder.acknowledgedBefore() > 0) {
            tell(folder.acknowledgedBefore() + " files were acknowledged before, says " + path
                    + "; they are not sent again");
        }
        return folder;
    }

    private int publish(GatewayCounts counts, Duration elapsed) {
        common.publish(new Figures()
                .put("sent", counts.acknowledged())
                .put("failed", counts.failed())
                .put("seconds", elapsed.toMillis() / MILLIS));
        if (counts.inFlight() > 0) {
            tell(counts.inFlight() + " frames are not acknowledged yet; the next run sends them again");
        }
        return counts.failed() > 0 ? ExitCode.FAILED : ExitCode.DONE;
    }

    private void tell(String text) {
        spec.commandLine().getErr().println("gateway: " + text);
    }
}
