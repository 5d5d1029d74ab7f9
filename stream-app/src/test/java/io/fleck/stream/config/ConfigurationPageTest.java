package io.fleck.stream.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.stream.GeneratedPage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class ConfigurationPageTest {
    @Test
    void shouldEqualTheCommittedPage() throws IOException {
        GeneratedPage.check("configuration.md", ConfigurationPage.render());
    }

    @Test
    void shouldDocumentEveryKey() {
        String page = ConfigurationPage.render();
        FleckKeys.forPage().configKeys().values().forEach(key -> {
            assertThat(page).as("row of %s", key.name).contains("| `" + key.name + "` |");
            assertThat(key.documentation).as("documentation of %s", key.name).endsWith(".");
        });
    }
}
