package io.fleck.load.verify;

import io.fleck.cli.CommandException;
import io.fleck.cli.CommonOptions;
import io.fleck.cli.ExitCode;
import io.fleck.cli.Figures;
import io.fleck.cli.FleckCommand;
import io.fleck.load.page.MarkedSection;
import io.fleck.load.scenario.Scenario;
import io.fleck.load.scenario.Scenarios;
import io.fleck.stream.config.StreamConfig.Guarantee;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code verify}: the guarantees under faults, each scenario on a real cluster with the application in its own process. */
@Command(
        name = "verify",
        description = "Breaks things while frames flow and counts from the topics that each has exactly one outcome.")
public final class VerifyCommand implements FleckCommand {
    static final String SECTION = "verify";
    private static final long FRAMES = 1_000;
    private static final long LONG_FRAMES = 20_000;
    private static final long MILLION = 1_000_000;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            split = ",",
            description = "Only these: kill-app, sigterm, rolling-restart, registry-away, poison, engine-failures,"
                    + " engine-hang, overload, full-disk, clock-jump, kill-broker; or million, which is not among the"
                    + " usual ones.")
    private List<String> names = List.of();

    @Option(
            names = "--long",
            description = "20,000 frames each, at_least_once too, and the results into docs/guarantees.md.")
    private boolean extended;

    @Option(
            names = "--frames",
            paramLabel = "N",
            description = "Frames a scenario (default: 1000, with --long 20000, for the million 1000000).")
    private @Nullable Long frames;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for logs, configuration files and samples (default: .fleck/verify).")
    private @Nullable Path out;

    @Option(
            names = "--page",
            paramLabel = "FILE",
            description = "Markdown file whose section gets the table (default: none, with --long docs/guarantees.md).")
    private @Nullable Path page;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Scenario> scenarios = scenarios();
        if (frames != null && frames < 100) {
            throw CommandException.usage("--frames " + frames + ": allowed is at least 100");
        }
        Path target = target();
        if (target != null) {
            MarkedSection.require(target, SECTION);
        }
        try (Verification verification = new Verification(folder(), this::tell)) {
            for (Guarantee guarantee : extended ? Guarantee.values() : new Guarantee[] {Guarantee.EXACTLY_ONCE_V2}) {
                for (Scenario scenario : scenarios) {
                    verification.attempt(scenario, guarantee, framesOf(scenario));
                }
            }
            if (target != null) {
                String table = GuaranteesTable.markdown(verification.results(), verification.skipped());
                MarkedSection.replace(target, SECTION, table);
            }
            return report(verification.results(), verification.skipped());
        }
    }

    private List<Scenario> scenarios() {
        return names.isEmpty()
                ? Scenarios.usual()
                : names.stream().map(VerifyCommand::scenario).toList();
    }

    private static Scenario scenario(String name) {
        return Scenarios.byName(name)
                .orElseThrow(() -> CommandException.usage("--scenario " + name
                        + ": there is none of that name; allowed is one of "
                        + Scenarios.all().stream().map(Scenario::name).collect(Collectors.joining(", "))));
    }

    private long framesOf(Scenario scenario) {
        if (frames != null) {
            return frames;
        }
        if (Scenarios.isMillion(scenario)) {
            return MILLION;
        }
        return extended ? LONG_FRAMES : FRAMES;
    }

    private static Path root() {
        return Path.of(System.getProperty("fleck.root", ""));
    }

    private Path folder() {
        Path folder = out == null ? root().resolve(".fleck/verify") : out;
        return folder.toAbsolutePath();
    }

    private void tell(String text) {
        if (!common.quiet()) {
            System.out.println(text);
        }
    }

    /** The page that gets the table, if any. */
    private @Nullable Path target() {
        return page == null && extended ? root().resolve("docs/guarantees.md") : page;
    }

    private int report(List<ScenarioResult> results, List<Skipped> skipped) {
        long failed = results.stream().filter(result -> !result.passed()).count();
        common.publish(new Figures()
                .put("tried", results.size())
                .put("failed", failed)
                .put("scenarios", results.stream().map(ScenarioResult::figures).toList())
                .put("skipped", skipped.stream().map(Skipped::figures).toList()));
        return failed == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }
}
