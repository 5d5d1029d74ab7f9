package io.fleck.cluster.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
    private static final List<Change> CHANGES = List.of(
            new Change.Registered("s", 1, 1, "\"string\""),
            new Change.Deleted("s", 1, false),
            new Change.CompatibilitySet(null, CompatibilityLevel.FULL),
            new Change.CompatibilitySet("s", null),
            new Change.ModeSet("s", Mode.READONLY));

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path file;

    @BeforeEach
    void place(@TempDir Path directory) {
        file = directory.resolve("made when needed").resolve("registry.jsonl");
    }

    private void append(List<Change> changes) {
        try (Journal journal = Journal.open(file)) {
            assertThat(journal.replay()).isNotNull();
            journal.append(changes);
        }
    }

    private List<Change> replay() {
        try (Journal journal = Journal.open(file)) {
            return journal.replay();
        }
    }

    @Test
    void shouldReplayEveryKindOfChangeInOrder() {
        assertThat(replay()).as("a new journal").isEmpty();
        append(CHANGES.subList(0, 2));
        append(CHANGES.subList(2, 5));
        assertThat(replay()).isEqualTo(CHANGES);
    }

    @Test
    void shouldCutOffALineThatACrashLeftUnfinishedWhereverItEnded() throws IOException {
        append(CHANGES.subList(0, 2));
        byte[] whole = Files.readAllBytes(file);
        int firstLine = new String(whole, StandardCharsets.UTF_8).indexOf('\n') + 1;
        for (int length : new int[] {firstLine, firstLine + 1, (firstLine + whole.length) / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(replay()).as("after %d bytes", length).isEqualTo(CHANGES.subList(0, 1));
            append(CHANGES.subList(4, 5));
            assertThat(replay())
                    .as("written to after %d bytes", length)
                    .containsExactly(CHANGES.get(0), CHANGES.get(4));
        }
    }

    @Test
    void shouldNameALineInTheMiddleThatCannotBeRead() throws IOException {
        append(CHANGES.subList(0, 1));
        Files.writeString(file, "{\"change\":\"painted\"}\n", StandardOpenOption.APPEND);
        assertThatThrownBy(this::replay)
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("line 2 is not a change");
    }

    @Test
    void shouldSayThatItCannotBeWritten() {
        Journal journal = Journal.open(file);
        journal.close();
        assertThatThrownBy(() -> journal.append(CHANGES))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void shouldSayThatItCannotBeOpened() throws IOException {
        Path directory = Files.createDirectories(file);
        assertThatThrownBy(() -> Journal.open(directory))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("cannot be opened");
    }
}
