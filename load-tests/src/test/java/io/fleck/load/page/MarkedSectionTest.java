package io.fleck.load.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.cli.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedSectionTest {
    @TempDir
    private Path folder;

    @Test
    void shouldReplaceWhatStandsBetweenTheMarks() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.md"),
                "# Title\n" + MarkedSection.begin("a") + "\nold\n" + MarkedSection.end("a") + "\nrest\n");
        MarkedSection.replace(file, "a", "new");
        MarkedSection.replace(file, "a", "newer");

        assertThat(file)
                .hasContent("# Title\n" + MarkedSection.begin("a") + "\nnewer\n" + MarkedSection.end("a") + "\nrest\n");
    }

    @Test
    void shouldRefuseAFileWithoutMarks() throws IOException {
        Path file =
                Files.writeString(folder.resolve("a.md"), "text " + MarkedSection.end("a") + MarkedSection.begin("a"));

        assertThatThrownBy(() -> MarkedSection.replace(file, "a", "new"))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining(file.toString());
        assertThat(file).content().doesNotContain("new");
    }

    @Test
    void shouldTellBeforehandThatThereIsNoSection() throws IOException {
        Path file = Files.writeString(folder.resolve("a.md"), MarkedSection.begin("a") + MarkedSection.end("a"));
        MarkedSection.require(file, "a");

        assertThatThrownBy(() -> MarkedSection.require(file, "b")).isInstanceOf(CommandException.class);
        assertThatThrownBy(() -> MarkedSection.require(folder.resolve("missing.md"), "a"))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("missing.md");
    }

    @Test
    void shouldLeaveOtherSectionsAlone() throws IOException {
        String other = MarkedSection.begin("b") + "\nkept\n" + MarkedSection.end("b") + "\n";
        Path file = Files.writeString(
                folder.resolve("a.md"), other + MarkedSection.begin("a") + "\nold\n" + MarkedSection.end("a") + "\n");
        MarkedSection.replace(file, "a", "new");

        assertThat(file).content().startsWith(other).contains("new").doesNotContain("old");
    }
}
