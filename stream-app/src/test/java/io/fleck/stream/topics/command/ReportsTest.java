package io.fleck.stream.topics.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleck.cli.CommonOptions;
import io.fleck.cli.ExitCode;
import io.fleck.stream.topics.SchemaPlan;
import io.fleck.stream.topics.SchemaState;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.TopicDifference;
import io.fleck.stream.topics.TopicLayout;
import io.fleck.stream.topics.TopicPlan;
import io.fleck.stream.topics.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What is printed, what the JSON holds and which exit code that is. */
final class ReportsTest {
    private static final TopicLayout LAYOUT = TopicLayout.defaults(Topics.unprefixed());
    private static final TopicDifference MISSING = new TopicDifference.Missing("a", LAYOUT.settings(Topic.RECIPES));
    private static final TopicDifference CONFIG = new TopicDifference.OtherConfig("b", "k", "1", "2", true);
    private static final TopicDifference FEW = new TopicDifference.TooFewPartitions("c", 1, 2);
    private static final TopicDifference FIXED = new TopicDifference.Unchangeable("d", "copies", 1, 3);

    private final StringWriter printed = new StringWriter();
    private final PrintWriter out = new PrintWriter(printed, true);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path directory;

    @Command
    private static final class Holder {
        @Mixin
        private final CommonOptions common = new CommonOptions();
    }

    @Test
    void shouldReportAPlan() throws Exception {
        int exit = TopicReport.planned(plan(MISSING, CONFIG, FEW, FIXED), common("--quiet"), out);
        JsonNode json = json();
        assertThat(exit).as("exit code with differences").isEqualTo(ExitCode.FAILED);
        assertThat(json.path("missing").asInt()).as("missing").isEqualTo(1);
        assertThat(json.path("blocking").asInt()).as("blocking").isEqualTo(2);
        assertThat(json.path("differences").findValuesAsText("action"))
                .as("actions")
                .containsExactly("create", "change", "extend", "leave");
        assertThat(json.path("differences").findValuesAsText("topic"))
                .as("topics")
                .containsExactly("a", "b", "c", "d");
        assertThat(printed.toString()).as("printed when quiet").isEmpty();
    }

    @Test
    void shouldReportAClusterAsWanted() {
        assertThat(TopicReport.planned(plan(), common(), out)).as("exit code").isEqualTo(ExitCode.DONE);
        assertThat(printed.toString()).as("printed").contains("all topics are as wanted");
    }

    @Test
    void shouldReportWhatWasDoneAndWhatIsLeft() throws Exception {
        TopicPlan before = plan(MISSING, CONFIG, FEW, FIXED);
        int exit = TopicReport.applied(before, plan(FIXED), common(), out);
        JsonNode json = json();
        assertThat(exit).as("exit code with something left").isEqualTo(ExitCode.FAILED);
        assertThat(json.path("created").asInt()).as("created").isEqualTo(1);
        assertThat(json.path("changed").asInt()).as("changed").isEqualTo(2);
        assertThat(json.path("left").asInt()).as("left").isEqualTo(1);
        assertThat(printed.toString()).as("printed").contains(FIXED.describe());
        assertThat(TopicReport.applied(plan(MISSING), plan(), common(), out))
                .as("exit code with nothing left")
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void shouldReportSchemas() throws Exception {
        SchemaPlan plan = new SchemaPlan(List.of(
                new SchemaState.Registered("r", 1),
                new SchemaState.Unregistered("u", 0),
                new SchemaState.Incompatible("i", 1, "x")));
        int exit = SchemaReport.publish(plan, common(), out);
        JsonNode json = json();
        assertThat(exit).as("exit code").isEqualTo(ExitCode.FAILED);
        assertThat(json.path("registered").asInt()).as("registered").isEqualTo(1);
        assertThat(json.path("unregistered").asInt()).as("unregistered").isEqualTo(1);
        assertThat(json.path("incompatible").asInt()).as("incompatible").isEqualTo(1);
        assertThat(json.path("schemas").findValuesAsText("subject"))
                .as("subjects")
                .containsExactly("r", "u", "i");
        assertThat(printed.toString().lines()).as("printed").hasSize(3);
    }

    private static TopicPlan plan(TopicDifference... differences) {
        return new TopicPlan(LAYOUT, List.of(differences));
    }

    private CommonOptions common(String... more) {
        String[] arguments = Arrays.copyOf(more, more.length + 2);
        arguments[more.length] = "--json";
        arguments[more.length + 1] = directory.resolve("figures.json").toString();
        return CommandLine.populateCommand(new Holder(), arguments).common;
    }

    private JsonNode json() throws Exception {
        return new ObjectMapper().readTree(directory.resolve("figures.json").toFile());
    }
}
