package io.fleck.stream.topics.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleck.cli.ExitCode;
import io.fleck.cli.Fleck;
import io.fleck.cluster.ClusterOptions;
import io.fleck.cluster.LocalCluster;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command line against a real broker and registry; each test has topics of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CommandsIT {
    private record Run(int exitCode, String out, String err) {}

    @SuppressWarnings("NullAway.Init") // set before the first test
    private LocalCluster cluster;

    @BeforeAll
    void start() {
        cluster = LocalCluster.start(ClusterOptions.defaults());
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    void shouldPlanApplyAndPlanAgain(@TempDir Path directory) throws Exception {
        Path json = directory.resolve("figures.json");
        Run plan = topics("plan", "--prefix", "a.", "--partitions", "2", "--json", json.toString());
        assertThat(plan.exitCode()).as("a plan with differences").isEqualTo(ExitCode.FAILED);
        assertThat(plan.out()).as("printed plan").contains("create a.inspection.frames: 2 partitions");
        JsonNode figures = new ObjectMapper().readTree(json.toFile());
        assertThat(figures.path("missing").asInt()).as("missing topics in JSON").isEqualTo(13);
        assertThat(figures.path("differences").get(0).path("action").asText())
                .as("first action in JSON")
                .isEqualTo("create");

        Run apply = topics("apply", "--prefix", "a.", "--partitions", "2", "--replication", "1");
        assertThat(apply.exitCode()).as("apply").isEqualTo(ExitCode.DONE);
        Run again = topics("plan", "--prefix", "a.", "--partitions", "2", "--replication", "1");
        assertThat(again.out()).as("plan after apply").contains("all topics are as wanted");
        assertThat(again.exitCode()).as("a plan without differences").isEqualTo(ExitCode.DONE);
    }

    @Test
    void shouldFailToApplyWhatCannotBeDoneInPlace() {
        assertThat(topics("apply", "--prefix", "b.", "--partitions", "3").exitCode())
                .as("first apply")
                .isEqualTo(ExitCode.DONE);
        Run fewer = topics("apply", "--prefix", "b.", "--partitions", "2");
        assertThat(fewer.exitCode()).as("apply of fewer partitions").isEqualTo(ExitCode.FAILED);
        assertThat(fewer.out()).as("reason").contains("leave b.inspection.frames: it has 3 partitions, wanted are 2");
    }

    @Test
    void shouldCheckAndRegisterSchemas(@TempDir Path directory) throws Exception {
        Run check = schemas("check", "--prefix", "c.");
        assertThat(check.exitCode()).as("check of an empty registry").isEqualTo(ExitCode.FAILED);
        assertThat(check.out()).as("printed state").contains("register c.inspection.frames-value: no version yet");
        Path json = directory.resolve("figures.json");
        assertThat(schemas("register", "--prefix", "c.", "--json", json.toString())
                        .exitCode())
                .as("register")
                .isEqualTo(ExitCode.DONE);
        assertThat(new ObjectMapper().readTree(json.toFile()).path("registered").asInt())
                .as("registered schemas in JSON")
                .isEqualTo(12);
        assertThat(schemas("check", "--prefix", "c.").exitCode())
                .as("check after register")
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void shouldSayInOneLineThatTheRegistryIsAway() {
        Run check = run("schemas", "check", "--registry", "http://127.0.0.1:1");
        assertThat(check.exitCode()).as("exit code").isEqualTo(ExitCode.FAILED);
        assertThat(check.err().lines())
                .as("error")
                .singleElement()
                .asString()
                .contains("schema registry http://127.0.0.1:1 cannot serve: ConnectException");
    }

    @Test
    void shouldCallWrongOptionsWrongUse(@TempDir Path directory) throws Exception {
        Path config = Files.writeString(directory.resolve("client.properties"), "schema.registry.ssl.nonsense=1\n");
        assertThat(topics("plan", "--prefix", "a b").exitCode())
                .as("prefix with a space")
                .isEqualTo(ExitCode.USAGE);
        assertThat(topics("plan", "--partitions", "0").exitCode())
                .as("no partitions")
                .isEqualTo(ExitCode.USAGE);
        assertThat(run("topics").exitCode()).as("no subcommand").isEqualTo(ExitCode.USAGE);
        assertThat(run("schemas").exitCode()).as("no subcommand").isEqualTo(ExitCode.USAGE);
        assertThat(run("schemas", "check", "--registry", "nowhere").err())
                .as("error for no URL")
                .contains("'nowhere' is no URL");
        assertThat(run("topics", "plan", "--bootstrap", "nowhere").err())
                .as("error for no address")
                .contains("nowhere");
        assertThat(run(
                                "topics",
                                "plan",
                                "--command-config",
                                directory.resolve("none").toString())
                        .exitCode())
                .as("no such file")
                .isEqualTo(ExitCode.USAGE);
        assertThat(schemas("check", "--command-config", config.toString()).err())
                .as("an unknown setting of the registry client")
                .contains("schema.registry.ssl.nonsense");
    }

    @Test
    void shouldTakeClientSettingsFromAFile(@TempDir Path directory) throws Exception {
        Path config = Files.writeString(directory.resolve("client.properties"), """
                security.protocol=SSL
                request.timeout.ms=1000
                default.api.timeout.ms=2000
                """);
        Run plan = topics("plan", "--command-config", config.toString());
        assertThat(plan.exitCode()).as("TLS spoken to a plain port").isEqualTo(ExitCode.FAILED);
        assertThat(plan.err()).as("error").contains("listing topics: ");
    }

    @Test
    void shouldTakeAddressesAndLayoutFromTheConfiguration(@TempDir Path directory) throws Exception {
        Path config = Files.writeString(directory.resolve("fleck.properties"), """
                bootstrap.servers=%s
                schema.registry.url=%s
                topics.prefix=d.
                topics.partitions=2
                topics.frames.retention.time=2h
                models.tiles.path=tiles
                stations.default.false-alarm-rate=0.05
                """.formatted(
                        cluster.bootstrapServers(), cluster.registryUrl()));
        Run apply = run("topics", "apply", "--config", config.toString());
        assertThat(apply.exitCode()).as("apply: %s", apply.err()).isEqualTo(ExitCode.DONE);
        assertThat(apply.out())
                .as("plan")
                .contains("create d.inspection.frames: 2 partitions")
                .contains("retention.ms=7200000");
        Run register = run("schemas", "register", "--config", config.toString());
        assertThat(register.out()).as("schemas").contains("registered d.inspection.frames-value: schema ");
        Run both = run("topics", "plan", "--config", config.toString(), "--prefix", "x.");
        assertThat(both.exitCode()).as("two sources of one setting").isEqualTo(ExitCode.USAGE);
        assertThat(both.err()).as("error").contains("--config and --prefix contradict each other");
    }

    private Run topics(String... arguments) {
        return run(arguments, "topics", "--bootstrap", cluster.bootstrapServers());
    }

    private Run schemas(String... arguments) {
        return run(arguments, "schemas", "--registry", cluster.registryUrl());
    }

    private static Run run(String[] arguments, String command, String... connection) {
        String[] all = new String[1 + arguments.length + connection.length];
        all[0] = command;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        System.arraycopy(connection, 0, all, 1 + arguments.length, connection.length);
        return run(all);
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Fleck.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int exitCode = line.execute(arguments);
        return new Run(exitCode, out.toString(), err.toString());
    }
}
