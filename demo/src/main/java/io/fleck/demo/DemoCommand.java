package io.fleck.demo;

import io.fleck.cli.CommandException;
import io.fleck.cli.CommonOptions;
import io.fleck.cli.ExitCode;
import io.fleck.cli.FleckCommand;
import io.fleck.cluster.ClusterException;
import io.fleck.core.engine.EngineUnavailableException;
import io.fleck.core.engine.InferenceException;
import io.fleck.fitting.data.DataException;
import io.fleck.fitting.fit.FitException;
import io.fleck.stream.app.AppException;
import io.fleck.stream.reconcile.Outcomes;
import io.fleck.stream.wall.live.WallException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fleck demo}. */
@Command(
        name = "demo",
        description =
                "Shows everything in one go: a Kafka cluster, cameras, a detector fitted on the spot, wafers, and a live page.")
public final class DemoCommand implements FleckCommand {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--frames",
            paramLabel = "DIR",
            description = "Your own pictures: a folder with good/ and folders of defects, or one with an index.tsv. "
                    + "Without it, parts are drawn.")
    private @Nullable Path frames;

    @Option(
            names = "--wafers",
            paramLabel = "DIR",
            description =
                    "Your own wafer maps: a folder with KLARF, SEMI G85 or E142, or WM-811K files, each sent once. "
                            + "Without it, wafers are generated.")
    private @Nullable Path wafers;

    @Option(
            names = "--wafer-model",
            paramLabel = "DIR",
            description = "Model that classifies the wafers, as fit-wafers writes it. Without it, a small one that was "
                    + "trained on generated wafers and knows no others.")
    private @Nullable Path waferModel;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "Stop by itself this long after the first frame, such as 60s. Without it, Ctrl-C stops.")
    private @Nullable Duration duration;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "10",
            description = "Frames a second of all cameras together (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8090",
            description = "Port of the live page, 0: any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Seed of all chance (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--open", description = "Open the live page in the browser.")
    private boolean open;

    @Override
    public Integer call() throws InterruptedException {
        try {
            return run(new DemoOptions(
                    Optional.ofNullable(frames),
                    Optional.ofNullable(wafers),
                    Optional.ofNullable(waferModel),
                    Optional.ofNullable(duration),
                    rate,
                    port,
                    seed));
        } catch (EngineUnavailableException e) {
            throw CommandException.missing(String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException | DataException | FitException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        } catch (AppException | ClusterException | InferenceException | WallException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()), e);
        }
    }

    private int run(DemoOptions options) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch finished = new CountDownLatch(1);
        Thread onSignal = new Thread(() -> stopAndAwait(stopped, finished), "fleck-demo-stop");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            DemoRun.Report report = stream(options, stopped);
            common.publish(report.figures());
            return verdict(report);
        } finally {
            // Not before the figures are out: once the hook returns, the process ends.
            finished.countDown();
        }
    }

    private DemoRun.Report stream(DemoOptions options, CountDownLatch stopped) throws InterruptedException {
        try (DemoRun run = DemoRun.start(options, common, spec.commandLine().getErr())) {
            if (open) {
                Browser.open(run.address(), spec.commandLine().getErr());
            }
            return run.await(stopped);
        }
    }

    private static void stopAndAwait(CountDownLatch stopped, CountDownLatch finished) {
        stopped.countDown();
        try {
            // The process lives on until this hook returns: the demo needs that time to stop cleanly.
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int verdict(DemoRun.Report report) {
        Outcomes outcomes = report.outcomes();
        if (!outcomes.reconciles(report.received())) {
            throw CommandException.failed("the counts do not add up: received " + report.received() + ", but results "
                    + outcomes.results() + " + dead letters " + outcomes.deadLetters() + " + shed " + outcomes.shed()
                    + ", duplicated " + outcomes.duplicated());
        }
        return ExitCode.DONE;
    }
}
