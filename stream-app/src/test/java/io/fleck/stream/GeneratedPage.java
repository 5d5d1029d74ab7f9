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

    /**
     * The same for a part of a page, between the lines {@code <!-- NAME: generated -->} and {@code <!-- NAME: end -->}.
     */
    public static void checkPart(String name, String part, String text) throws IOException {
        Path page = Path.of(System.getProperty("fleck.root", ".."), "docs", name);
        String whole = Files.readString(page, StandardCharsets.UTF_8);
        String start = "<!-- " + part + ": generated -->\n";
        int from = whole.indexOf(start) + start.length();
        int to = whole.indexOf("<!-- " + part + ": end -->");
        assertThat(to)
                .as("docs/%s has no part '%s' between its two lines", name, part)
                .isGreaterThanOrEqualTo(from)
                .isGreaterThan(start.length());
        check(name, whole.substring(0, from) + text + whole.substring(to));
    }
}
