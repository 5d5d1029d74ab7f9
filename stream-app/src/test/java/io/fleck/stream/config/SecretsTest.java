package io.fleck.stream.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretsTest {
    @TempDir
    private Path folder;

    private final Secrets secrets = new Secrets(Map.of("USER", "anna", "EMPTY", ""));

    private String resolve(String value) {
        return String.valueOf(secrets.resolve(Map.of("key", value)).get("key"));
    }

    @Test
    void shouldLeaveOrdinaryValuesAlone() {
        assertThat(resolve("http://registry:8081")).isEqualTo("http://registry:8081");
        assertThat(resolve("costs $5 {or so}")).isEqualTo("costs $5 {or so}");
    }

    @Test
    void shouldReplaceReferencesInsideOfAValue() throws IOException {
        Files.writeString(folder.resolve("password"), "s3cret");
        Files.writeString(folder.resolve("more.properties"), "token=t0ken\n");
        assertThat(resolve("${env:USER}:${directory:" + folder + ":password}")).isEqualTo("anna:s3cret");
        assertThat(resolve("${file:" + folder.resolve("more.properties") + ":token}"))
                .isEqualTo("t0ken");
        assertThat(resolve("[${env:EMPTY}]")).as("an empty variable is set").isEqualTo("[]");
    }

    @Test
    void shouldNameTheReferenceThatPointsToNothing() {
        assertThatThrownBy(() -> resolve("${env:NOBODY}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("key: ${env:NOBODY} points to nothing");
        assertThatThrownBy(() -> resolve("${directory:" + folder + ":absent}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("points to nothing");
    }

    @Test
    void shouldNameTheFileThatCannotBeRead() {
        assertThatThrownBy(() -> resolve("${file:" + folder.resolve("none.properties") + ":token}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("none.properties");
    }
}
