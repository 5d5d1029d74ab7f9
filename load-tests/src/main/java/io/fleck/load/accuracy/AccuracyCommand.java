package io.fleck.load.accuracy;

import com.sun.management.OperatingSystemMXBean;
import io.fleck.cli.CommandException;
import io.fleck.cli.CommonOptions;
import io.fleck.cli.ExitCode;
import io.fleck.cli.Figures;
import io.fleck.cli.Fleck;
import io.fleck.cli.FleckCommand;
import io.fleck.load.page.MarkedSection;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code accuracy}: the accuracy protocol on labelled images, resumable. */
@Command(
        name = "accuracy",
        description =
                "Fits and evaluates for several seeds and tabulates mean and spread. Kept results are not redone.")
public final class AccuracyCommand implements FleckCommand {
    private static final String FINGERPRINT = "protocol.txt";

    @Option(
            names = "--data",
            required = true,
            paramLabel = "INDEX",
            description = "Labelled images: index.tsv or a folder.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path data;

    @Option(
            names = "--work",
            required = true,
            paramLabel = "DIR",
            description = "Folder that keeps models, reports and figures.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path work;

    @Option(names = "--detector", defaultValue = "gaussian", description = "Recipe to fit (default: ${DEFAULT-VALUE}).")
    private String detector = "gaussian";

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of the recipe, as fit takes it; may be repeated.")
    private List<String> settings = List.of();

    @Option(
            names = "--calibration",
            defaultValue = "folds",
            description = "folds or split (default: ${DEFAULT-VALUE}).")
    private String calibration = "folds";

    @Option(
            names = "--false-alarm-rate",
            defaultValue = "0.01",
            description = "Rate to calibrate for (default: ${DEFAULT-VALUE}).")
    private double falseAlarmRate = 0.01;

    @Option(
            names = "--share",
            defaultValue = "0.8",
            description = "Part of the good images to fit with (default: ${DEFAULT-VALUE}).")
    private double share = 0.8;

    @Option(
            names = "--seeds",
            split = ",",
            defaultValue = "0,1,2",
            description = "One split each (default: ${DEFAULT-VALUE}).")
    private List<Integer> seeds = List.of();

    @Option(names = "--table", paramLabel = "FILE", description = "Markdown file whose marked section gets the table.")
    private @Nullable Path table;

    @Option(
            names = "--section",
            paramLabel = "NAME",
            description = "Name of the marked section (default: detector and calibration).")
    private String section = "";

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        Protocol protocol = protocol();
        requireSameProtocol(protocol);
        OperatingSystemMXBean cpu = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        List<SeedResult> results = new ArrayList<>();
        for (int seed : protocol.seeds()) {
            Path folder = work.resolve("seed-" + seed);
            results.add(new SeedRun(protocol, seed, folder, this::run, cpu::getProcessCpuTime).result());
        }
        String markdown = AccuracyTable.markdown(results);
        if (!common.quiet()) {
            System.out.println(markdown);
        }
        if (table != null) {
            MarkedSection.replace(table, section.isBlank() ? protocol.section() : section, markdown);
        }
        common.publish(figures(results));
        return ExitCode.DONE;
    }

    private Protocol protocol() {
        try {
            return new Protocol(data, detector, settings, calibration, falseAlarmRate, share, seeds);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        }
    }

    /** Every seed runs as a user would run it. */
    private int run(String... arguments) {
        Stream<String> quiet = common.quiet() ? Stream.of("--quiet") : Stream.empty();
        return Fleck.commandLine()
                .execute(Stream.concat(Stream.of(arguments), quiet).toArray(String[]::new));
    }

    private void requireSameProtocol(Protocol protocol) throws IOException {
        Path kept = Files.createDirectories(work).resolve(FINGERPRINT);
        if (!Files.exists(kept)) {
            Files.writeString(kept, protocol.fingerprint());
        } else if (!Files.readString(kept).equals(protocol.fingerprint())) {
            throw CommandException.usage("--work " + work + ": holds results of other settings, see " + kept);
        }
    }

    private static Figures figures(List<SeedResult> results) {
        Figures figures = new Figures();
        for (String name :
                List.of("image_auroc", "image_ap", "pixel_auroc", "pixel_aupro", "pixel_dice", "false_alarm_rate")) {
            Spread.of(results.stream().map(result -> result.figure(name)).toList())
                    .ifPresent(spread -> figures.put(name, spread.mean()).put(name + "_spread", spread.deviation()));
        }
        return figures.put("seeds", results.stream().map(SeedResult::seed).toList());
    }
}
