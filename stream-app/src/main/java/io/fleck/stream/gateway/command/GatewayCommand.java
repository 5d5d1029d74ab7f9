package io.fleck.stream.gateway.command;

import io.fleck.avro.CameraFrame;
import io.fleck.cli.CommandException;
import io.fleck.cli.CommonOptions;
import io.fleck.cli.ExitCode;
import io.fleck.cli.Figures;
import io.fleck.cli.FleckCommand;
import io.fleck.cli.Progress;
import io.fleck.serdes.AvroCodec;
import io.fleck.stream.claims.ClaimWriter;
import io.fleck.stream.connection.ConnectionOptions;
import io.fleck.stream.gateway.FrameGateway;
import io.fleck.stream.gateway.FrameSource;
import io.fleck.stream.gateway.FrameTransport;
import io.fleck.stream.gateway.GatewayClock;
import io.fleck.stream.gateway.GatewayCounts;
import io.fleck.stream.gateway.GatewayException;
import io.fleck.stream.gateway.GatewaySettings;
import io.fleck.stream.gateway.ProducerSettings;
import io.fleck.stream.gateway.SystemGatewayClock;
import io.fleck.stream.gateway.files.FolderSource;
import io.fleck.stream.gateway.files.Journal;
import io.fleck.stream.gateway.files.WatchedFolder;
import io.fleck.stream.topics.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fleck gateway}: image files of a folder into the frames topic. */
@Command(
        name = "gateway",
        description = {
            "Sends the JPEG and PNG files of a folder as camera frames, oldest first, each at least once.",
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

    @Option(
            names = "--frames",
            paramLabel = "DIR",
            required = true,
            description = "Folder of images, with all below it; where it has an index.tsv, the files that this names.")
    @SuppressWarnings("NullAway.Init") // required
    private Path frames;

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
            description = "Frames a second; 0: as fast as the broker takes them (default: 10; with --watch: 0).")
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
            description = "What was sent; one for each camera and folder (default: in ~/.local/state/fleck/gateway).")
    private @Nullable Path journalFile;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        GatewaySettings settings = settings();
        Path path = journalFile != null ? journalFile : JournalFiles.of(camera, frames, System.getenv());
        try (GatewayInterrupt interrupt = GatewayInterrupt.install();
                AvroCodec codec = connection.codec();
                FrameTransport transport = transport(codec)) {
            awaitTopic(settings.topic(), interrupt);
            try (Journal journal = Journal.open(path, camera, Clock.systemUTC())) {
                return run(settings, journal, path, transport, interrupt);
            }
        } catch (GatewayException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()), e);
        }
    }

    private GatewaySettings settings() {
        if (!Files.isDirectory(frames)) {
            throw CommandException.usage("--frames " + frames + ": no such folder");
        }
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
            GatewaySettings settings, Journal journal, Path path, FrameTransport transport, GatewayInterrupt interrupt)
            throws InterruptedException {
        GatewayClock clock = new SystemGatewayClock();
        FrameSource source = source(journal, path, clock);
        long started = clock.nanoTime();
        long total = source instanceof FolderSource folder ? folder.size() : 0;
        try (Progress progress = common.progress("frames sent", total);
                FrameGateway gateway = FrameGateway.start(
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

    private FrameSource source(Journal journal, Path path, GatewayClock clock) {
        if (watch) {
            return WatchedFolder.open(frames, settle, journal, clock);
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
