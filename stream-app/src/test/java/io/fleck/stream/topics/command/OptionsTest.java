package io.fleck.stream.topics.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.cli.CommandException;
import io.fleck.cli.ExitCode;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.TopicLayout;
import io.fleck.stream.topics.TopicSettings;
import io.fleck.stream.topics.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What the options come to, without a cluster. */
final class OptionsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path directory;

    @Command
    private static final class OnBrokers {
        @Mixin
        private final ClusterOptions cluster = new ClusterOptions();
    }

    @Test
    void shouldLayTopicsOutByDefaultAsDocumented() {
        assertThat(brokers().layout())
                .as("layout without options")
                .isEqualTo(TopicLayout.defaults(Topics.unprefixed()));
    }

    @Test
    void shouldLayTopicsOutAsAsked() {
        TopicLayout layout = brokers("--prefix", "x.", "--partitions", "9", "--replication", "3")
                .layout();
        TopicSettings frames = layout.settings(Topic.FRAMES);
        assertThat(layout.names().name(Topic.FRAMES)).as("name").isEqualTo("x.inspection.frames");
        assertThat(frames.partitions()).as("partitions").isEqualTo(9);
        assertThat(frames.replication()).as("copies").isEqualTo(OptionalInt.of(3));
    }

    @ParameterizedTest
    @CsvSource({"--partitions, 0", "--replication, 101", "--prefix, a/b"})
    void shouldCallAValueOutOfRangeWrongUse(String option, String value) {
        ClusterOptions options = brokers(option, value);
        assertThatThrownBy(options::layout)
                .isInstanceOfSatisfying(
                        CommandException.class,
                        error -> assertThat(error.exitCode())
                                .as("exit code of %s %s", option, value)
                                .isEqualTo(ExitCode.USAGE))
                .hasMessageContaining(value);
    }

    @ParameterizedTest
    @CsvSource({
        "--bootstrap, h:1",
        "--registry, http://h:1",
        "--command-config, f",
        "--prefix, x",
        "--partitions, 1",
        "--replication, 1"
    })
    void shouldRefuseAConfigurationBesideAnOptionThatItStandsFor(String option, String value) {
        ClusterOptions options = brokers("--config", "fleck.properties", option, value);
        assertThatThrownBy(options::layout)
                .isInstanceOf(CommandException.class)
                .hasMessage("--config and " + option + " contradict each other; leave one out");
    }

    @Test
    void shouldNameTheConfigurationThatCannotBeUsed() throws Exception {
        Path config = Files.writeString(directory.resolve("wrong.properties"), "bootstrap.server=h:1\n");
        assertThatThrownBy(brokers("--config", config.toString())::layout)
                .isInstanceOf(CommandException.class)
                .hasMessageStartingWith("--config " + config + ": bootstrap.server is not known");
    }

    @Test
    void shouldLeaveRegistrySettingsOutOfTheBrokersClient() throws Exception {
        Path shared = Files.writeString(directory.resolve("shared.properties"), """
                client.id=ops
                basic.auth.user.info=user:secret
                schema.registry.http.read.timeout.ms=100
                """);
        try (Admin admin = brokers("--command-config", shared.toString()).connect()) {
            assertThat(admin.metrics().keySet())
                    .as("metrics of a client whose id comes from the file")
                    .anyMatch(metric -> "ops".equals(metric.tags().get("client-id")));
        }
    }

    private static ClusterOptions brokers(String... arguments) {
        return CommandLine.populateCommand(new OnBrokers(), arguments).cluster;
    }
}
