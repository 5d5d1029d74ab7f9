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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wafer-accuracy}: the accuracy protocol on labelled wafer maps, resumable. */
@Command(
        name = "wafer-accuracy",
        description = "Trains and evaluates wafer models for several seeds, with the control beside them, and tabulates"
                + " mean and spread. Kept results are not redone, interrupted trainings go on.")
public final class WaferAccuracyCommand implements FleckCommand {
    private static final String FINGERPRINT = "protocol.txt";
    private static final String CONTROL = "control";

    @Option(names = "--maps", required = true, paramLabel = "FILE", description = "Labelled wafer maps.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path maps;

    @Option(
            names = "--work",
            required = true,
            paramLabel = "DIR",
            description = "Folder that keeps divisions, models and figures.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path work;

    @Option(
            names = "--seeds",
            split = ",",
            defaultValue = "0,1,2",
            description = "One division and training each (default: ${DEFAULT-VALUE}).")
    private List<Integer> seeds = List.of();

    @Option(
            names = "--hold-out",
            paramLabel = "CLASSES",
            defaultValue = "Donut,Scratch,Random",
            description = "Classes that the open-set variants are not to know (default: ${DEFAULT-VALUE}).")
    private String heldOut = "";

    @Option(
            names = "--variants",
            split = ",",
            defaultValue = "ALL,HELD_OUT,EXPOSED",
            description = "What to train: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private List<WaferVariant> variants = List.of();

    @Option(
            names = "--fit",
            paramLabel = "OPTION",
            description = "A further option of fit-wafers, such as --fit=--steps=100; may be repeated.")
    private List<String> fitOptions = List.of();

    @Option(
            names = "--table",
            paramLabel = "FILE",
            description = "Markdown file whose section 'wafers' gets the table.")
    private @Nullable Path table;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(maps)) {
            throw CommandException.usage("--maps " + maps + ": no such file");
        }
        requireSameProtocol();
        OperatingSystemMXBean cpu = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        Map<String, List<SeedResult>> blocks = new LinkedHashMap<>();
        for (int seed : seeds) {
            WaferSeedRun run = new WaferSeedRun(
                    maps, heldOut, fitOptions, seed, work.resolve("seed-" + seed), this::run, cpu::getProcessCpuTime);
            add(blocks, CONTROL, run.control());
            for (WaferVariant variant : variants) {
                add(blocks, variant.label(), run.result(variant));
            }
        }
        report(blocks);
        return ExitCode.DONE;
    }

    private static void add(Map<String, List<SeedResult>> blocks, String title, SeedResult result) {
        blocks.computeIfAbsent(title, name -> new ArrayList<>()).add(result);
    }

    private void report(Map<String, List<SeedResult>> blocks) throws IOException {
        String markdown = WaferAccuracyTable.markdown(blocks);
        if (!common.quiet()) {
            System.out.println(markdown);
        }
        if (table != null) {
            MarkedSection.replace(table, "wafers", markdown);
        }
        common.publish(figures(blocks));
    }

    /** Every step runs as a user would run it. */
    private int run(String... arguments) {
        Stream<String> quiet = common.quiet() ? Stream.of("--quiet") : Stream.empty();
        return Fleck.commandLine()
                .execute(Stream.concat(Stream.of(arguments), quiet).toArray(String[]::new));
    }

    private void requireSameProtocol() throws IOException {
        String fingerprint =
                "maps=" + maps.toAbsolutePath().normalize() + "\nhold-out=" + heldOut + "\nfit=" + fitOptions + "\n";
        Path kept = Files.createDirectories(work).resolve(FINGERPRINT);
        if (!Files.exists(kept)) {
            Files.writeString(kept, fingerprint);
        } else if (!Files.readString(kept).equals(fingerprint)) {
            throw CommandException.usage("--work " + work + ": holds results of other settings, see " + kept);
        }
    }

    private Figures figures(Map<String, List<SeedResult>> blocks) {
        Figures figures = new Figures();
        blocks.forEach((title, results) -> {
            for (String name : List.of("macro_f1", "novelty_auroc", "novelty_auroc_without_none")) {
                Spread.of(results.stream().map(result -> result.figure(name)).toList())
                        .ifPresent(spread -> figures.put(title.replace('-', '_') + "_" + name, spread.mean()));
            }
        });
        return figures.put("seeds", seeds);
    }
}
