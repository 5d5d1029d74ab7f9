package io.fleck.stream.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.cli.CommandException;
import io.fleck.cli.ExitCode;
import io.fleck.stream.topics.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ConnectionOptionsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void shouldReachThisMachineWithoutOptions() {
        ConnectionOptions options = parse();
        assertThat(options.bootstrap()).isEqualTo("127.0.0.1:9092");
        assertThat(options.topics().name(Topic.FRAMES)).isEqualTo("inspection.frames");
        assertThat(options.producer()).isEmpty();
    }

    @Test
    void shouldKeepTheRegistrysSettingsFromKafkasClients() throws IOException {
        Path file = Files.writeString(
                folder.resolve("client.properties"),
                "security.protocol=SASL_SSL\nbasic.auth.user.info=ada:secret\nbootstrap.servers=elsewhere:1\n");
        ConnectionOptions options = parse("--command-config", file.toString(), "--bootstrap", "broker:9093");
        assertThat(options.consumer()).containsOnlyKeys("security.protocol");
        assertThat(options.bootstrap()).isEqualTo("broker:9093");
    }

    @Test
    void shouldTakeEverythingFromTheApplicationsConfiguration() throws IOException {
        Path config = config("kafka.security.protocol=SSL\n");
        ConnectionOptions options = parse("--config", config.toString());
        assertThat(options.bootstrap()).isEqualTo("one:9092,two:9092");
        assertThat(options.topics().name(Topic.FRAMES)).isEqualTo("line1.inspection.frames");
        assertThat(options.producer()).containsEntry("security.protocol", "SSL").doesNotContainKey("bootstrap.servers");
    }

    @Test
    void shouldKeepTheClaimStoresSettingsFromKafkasClients() throws IOException {
        Path file = Files.writeString(
                folder.resolve("client.properties"), "security.protocol=SSL\nclaims.s3.region=eu-west-1\n");
        ConnectionOptions options = parse("--command-config", file.toString());
        assertThat(options.producer()).containsOnlyKeys("security.protocol");
        assertThat(options.claims().connection().region()).hasValue("eu-west-1");
        assertThat(options.largestPicture()).isEqualTo(64L << 20);
    }

    @Test
    void shouldTakeTheClaimStoreFromTheApplicationsConfiguration() throws IOException {
        Path config = config("claims.s3.region=eu-west-2\nimages.max.bytes=20MiB\n");
        ConnectionOptions options = parse("--config", config.toString());
        assertThat(options.claims().connection().region()).hasValue("eu-west-2");
        assertThat(options.largestPicture()).isEqualTo(20L << 20);
    }

    @Test
    void shouldNameASettingOfTheClaimStoreThatNothingKnows() throws IOException {
        Path file = Files.writeString(folder.resolve("client.properties"), "claims.s3.regoin=eu-west-1\n");
        ConnectionOptions options = parse("--command-config", file.toString());
        assertThatThrownBy(options::claims)
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("claims.s3.regoin is not known");
    }

    @ParameterizedTest
    @CsvSource({"--bootstrap, h:1", "--registry, http://h:1", "--command-config, f", "--prefix, line2."})
    void shouldRefuseTwoAnswersToOneQuestion(String option, String value) throws IOException {
        ConnectionOptions options = parse("--config", config("").toString(), option, value);
        assertThatThrownBy(options::topics)
                .isInstanceOf(CommandException.class)
                .hasMessage("--config and " + option + " contradict each other; leave one out");
    }

    @Test
    void shouldCallATruststoreThatIsNotThereWrongUse() throws IOException {
        Path file = Files.writeString(
                folder.resolve("tls.properties"), "schema.registry.ssl.truststore.location=/none.jks\n");
        assertThatThrownBy(parse("--command-config", file.toString())::codec)
                .isInstanceOfSatisfying(
                        CommandException.class,
                        error -> assertThat(error.exitCode()).as("exit code").isEqualTo(ExitCode.USAGE))
                .hasMessageContaining("/none.jks");
    }

    @Test
    void shouldNameAFileThatIsNoText() throws IOException {
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xC3, (byte) 0x28});
        assertThatThrownBy(parse("--command-config", binary.toString())::producer)
                .isInstanceOf(CommandException.class)
                .hasMessageStartingWith("--command-config " + binary + ": cannot be read: ");
    }

    @Test
    void shouldReadPropertiesInUtf8() throws IOException {
        Path file = Files.writeString(folder.resolve("utf8"), "client.id=Prüfstand\n");
        assertThat(parse("--command-config", file.toString()).producer()).containsEntry("client.id", "Prüfstand");
    }

    @Test
    void shouldNameAFileThatCannotBeRead() {
        ConnectionOptions options =
                parse("--command-config", folder.resolve("none").toString());
        assertThatThrownBy(options::codec).hasMessageContaining("--command-config " + folder.resolve("none"));
        ConnectionOptions other = parse("--config", folder.resolve("none").toString());
        assertThatThrownBy(other::bootstrap).hasMessageContaining("--config " + folder.resolve("none"));
    }

    private Path config(String more) throws IOException {
        return Files.writeString(
                folder.resolve("fleck.properties"),
                "bootstrap.servers=one:9092,two:9092\nschema.registry.url=http://registry:8081\n"
                        + "topics.prefix=line1.\nmodels.tiles.path=models/tiles\n" + more);
    }

    private static ConnectionOptions parse(String... arguments) {
        ConnectionOptions options = new ConnectionOptions();
        new CommandLine(CommandLine.Model.CommandSpec.create()
                        .addMixin("c", CommandLine.Model.CommandSpec.forAnnotatedObject(options)))
                .parseArgs(arguments);
        return options;
    }
}
