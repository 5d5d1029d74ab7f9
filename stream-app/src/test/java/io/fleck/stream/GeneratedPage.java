package io.fleck.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page under docs/ that the build compares with what the code says, or rewrites with -Dfleck.docs.write=true. */
public final class GeneratedPage {
    private GeneratedPage() {}

    /** Fails when the page differs. */
    public static void check(String name, String text) throws IOException {
        Path page = Path.of(System.getProperty("fleck.root", ".."), "docs", name);
        if (Boolean.getBoolean("fleck.docs.write")) {
            Files.createDirectories(page.resolveSibling(""));
            Files.writeString(page, text, StandardCharsets.UTF_8);
        }
        assertThat(page)
                .as("docs/%s must say what the code says; rewrite it with -Dfleck.docs.write=true", name)
                .content(StandardCharsets.UTF_8)
                .isEqualTo(text);
    }
}
