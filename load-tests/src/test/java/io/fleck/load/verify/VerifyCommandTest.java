package io.fleck.load.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.cli.ExitCode;
import io.fleck.cli.Fleck;
import io.fleck.load.page.MarkedSection;
import io.fleck.load.scenario.Scenario;
import io.fleck.load.scenario.Scenarios;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What needs no cluster. */
final class VerifyCommandTest {
    private static final Path ROOT = Path.of(System.getProperty("fleck.root"));

    private final StringWriter err = new StringWriter();

    private int verify(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "verify";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Fleck.commandLine().setErr(new PrintWriter(err, true)).execute(all);
    }

    @Test
    void shouldNameTheScenariosThatThereAre() {
        assertThat(verify("--scenario", "kill-app,peace")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .startsWith("fleck: --scenario peace: there is none of that name; allowed is one of kill-app, sigterm")
                .contains("million");
    }

    @Test
    void shouldRefuseTooFewFrames() {
        assertThat(verify("--frames", "99")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).startsWith("fleck: --frames 99: allowed is at least 100");
    }

    @Test
    void shouldRefuseAPageWithoutItsSectionBeforeItStarts() {
        assertThat(verify("--page", ROOT.resolve("pom.xml").toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("pom.xml: no line '" + MarkedSection.begin(VerifyCommand.SECTION) + "'");
    }

    @Test
    void shouldListEveryScenarioInItsHelp() {
        CommandLine command = Fleck.commandLine().getSubcommands().get("verify");
        assertThat(command).isNotNull();
        String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);
        for (Scenario scenario : Scenarios.all()) {
            assertThat(help).contains(scenario.name());
        }
    }

    @Test
    void shouldTellEveryScenarioOnItsPage() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/guarantees.md"));
        for (Scenario scenario : Scenarios.all()) {
            assertThat(page)
                    .as("docs/guarantees.md")
                    .contains("| `" + scenario.name() + "` | " + scenario.story() + " |");
        }
        assertThat(page)
                .contains(MarkedSection.begin(VerifyCommand.SECTION))
                .contains(MarkedSection.end(VerifyCommand.SECTION));
    }
}
