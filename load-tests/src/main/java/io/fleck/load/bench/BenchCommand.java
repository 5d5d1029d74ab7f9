package io.fleck.load.bench;

import io.fleck.cli.CommandException;
import io.fleck.cli.CommonOptions;
import io.fleck.cli.ExitCode;
import io.fleck.cli.FleckCommand;
import io.fleck.cluster.ClusterException;
import io.fleck.core.engine.EngineUnavailableException;
import io.fleck.core.engine.InferenceException;
import io.fleck.core.model.ModelException;
import io.fleck.fitting.data.DataException;
import io.fleck.load.bench.measure.BenchException;
import io.fleck.stream.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fleck bench}. */
@Command(
        name = "bench",
        description = "Measures the engine alone, the stream from Kafka to Kafka, and what a frame waits for, on this"
                + " machine. docs/benchmarks.md says what each figure means.")
public final class BenchCommand implements FleckCommand {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = "auto",
            description = "onnxruntime, tensorrt, null (computes nothing) or auto (default: ${DEFAULT-VALUE}).")
    private String engine = "auto";

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "Your own model. Without it, one is fitted on 200 generated parts.")
    private @Nullable Path model;

    @Option(
            names = "--frames",
            paramLabel = "DIR",
            description = "Your own pictures to stream, JPEG or PNG. Without it, generated parts.")
    private @Nullable Path frames;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Rounds of bare loop and stream in turn (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--seconds",
            paramLabel = "TIME",
            defaultValue = "10s",
            description = "Time of each measurement (default: ${DEFAULT-VALUE}).")
    private Duration measured = Duration.ofSeconds(10);

    @Option(
            names = "--warm-up",
            paramLabel = "TIME",
            defaultValue = "15s",
            description = "Time before the first measurement of every process (default: ${DEFAULT-VALUE}).")
    private Duration warmUp = Duration.ofSeconds(15);

    @Option(
            names = "--without",
            paramLabel = "PART",
            split = ",",
            description = "Leave out: latency, ceiling, flink; several separated by commas.")
    private Set<Part> without = Set.of();

    @Option(names = "--flink", description = "Fail where the Flink job is not built, instead of leaving it out.")
    private boolean flink;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting of the application over its default, such as commit.interval=50ms; repeatable.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--latency",
            description = "Instead of all that: added latency at low load for several settings, one changed at a time.")
    private boolean latency;

    @Option(
            names = "--vary",
            paramLabel = "KEY=VALUES",
            description = "With --latency: a setting and its values separated by commas; repeatable. Default: poll"
                    + " interval, batch delay, linger and commit interval.")
    private Map<String, String> vary = new LinkedHashMap<>();

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "10",
            description = "With --latency: frames a second (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Seed of generated parts (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws InterruptedException {
        try {
            run();
            return ExitCode.DONE;
        } catch (EngineUnavailableException e) {
            throw CommandException.missing(String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException | ConfigurationException | ModelException | DataException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        } catch (BenchException | ClusterException | InferenceException | IOException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()), e);
        }
    }

    private void run() throws IOException, InterruptedException {
        BenchOptions options = options();
        options.requireUsable();
        try (WorkFolder folder = WorkFolder.create()) {
            if (model == null) {
                say("fitting a detector on " + SubjectSource.GOOD + " generated parts");
            }
            Subject subject = new SubjectSource(options, folder.path()).get();
            if (latency) {
                trade(options, subject, folder.path());
            } else {
                everything(options, subject, folder.path());
            }
        }
    }

    private void everything(BenchOptions options, Subject subject, Path folder) throws InterruptedException {
        Bench bench = new Bench(options, subject, this::say);
        Result result = bench.run(folder);
        show(Tables.of(result));
        common.publish(ResultFigures.of(result, subject));
        if (options.flinkRequired() && bench.peerFailure().isPresent()) {
            throw bench.peerFailure().get();
        }
    }

    private void trade(BenchOptions options, Subject subject, Path folder) throws InterruptedException {
        LatencyTrade trade = new LatencyTrade(options, subject, rate, Variation.parse(vary), this::say);
        List<LatencyTrade.Row> rows = trade.run(folder);
        show(LatencyTrade.table(rows).toString());
        common.publish(LatencyTrade.figures(rows));
    }

    private void show(String tables) {
        if (!common.quiet()) {
            System.out.println(tables);
            System.out.println();
        }
    }

    private void say(String line) {
        if (!common.quiet()) {
            spec.commandLine().getErr().println("bench: " + line);
        }
    }

    private BenchOptions options() {
        return new BenchOptions(
                engine,
                Optional.ofNullable(model),
                Optional.ofNullable(frames),
                new Pace(rounds, warmUp, measured),
                without,
                flink,
                settings,
                seed);
    }
}
