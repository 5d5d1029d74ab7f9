package io.fleck.load.accuracy;

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
                folder.resolve("a.md"), "# Title\n" + MarkedSection.BEGIN + "\nold\n" + MarkedSection.END + "\nrest\n");
        MarkedSection.replace(file, "new");
        MarkedSection.replace(file, "newer");

        assertThat(file).hasContent("# Title\n" + MarkedSection.BEGIN + "\nnewer\n" + MarkedSection.END + "\nrest\n");
    }

    @Test
    void shouldRefuseAFileWithoutMarks() throws IOException {
        Path file = Files.writeString(folder.resolve("a.md"), "text " + MarkedSection.END + MarkedSection.BEGIN);

        assertThatThrownBy(() -> MarkedSection.replace(file, "new"))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining(file.toString());
        assertThat(file).content().doesNotContain("new");
    }
}
