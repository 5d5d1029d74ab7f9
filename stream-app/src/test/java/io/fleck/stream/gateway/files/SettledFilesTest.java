package io.fleck.stream.gateway.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.stream.gateway.files.FolderScan.Seen;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettledFilesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SettledFiles settled = new SettledFiles(Duration.ofSeconds(1));

    @Test
    void shouldTakeAFileOnceItStayedTheSameLongEnough() {
        settled.observe(seen("a.jpg", 10, 0, 1), at(0));
        assertThat(settled.finished(at(0.9))).isEmpty();
        settled.observe(seen("a.jpg", 10, 0, 1), at(0.9));
        assertThat(settled.finished(at(1))).extracting(FileStamp::name).containsExactly("a.jpg");
        assertThat(settled.finished(at(5))).as("taken once").isEmpty();
    }

    @Test
    void shouldBeginAnewWhenSizeOrTimeChanges() {
        settled.observe(seen("a.jpg", 10, 0, 1), at(0));
        settled.observe(seen("a.jpg", 20, 0, 1), at(0.8));
        assertThat(settled.finished(at(1.5))).as("it grew at 0.8 s").isEmpty();
        settled.observe(seen("a.jpg", 20, 1, 1), at(1.7));
        assertThat(settled.finished(at(2.5))).as("it was touched at 1.7 s").isEmpty();
        assertThat(settled.finished(at(2.7))).hasSize(1);
    }

    @Test
    void shouldTakeARenamedFileAtOnce() {
        settled.observe(temporary("a.jpg.part", 10, 0, 1), at(0));
        settled.observe(seen("a.jpg", 10, 0, 1), at(0.1));
        assertThat(settled.finished(at(0.1))).hasSize(1);
    }

    @Test
    void shouldNotTakeAnotherFileForTheRenamedOneWhenItsNumberIsUsedAgain() {
        settled.observe(temporary("a.jpg.part", 10, 0, 1), at(0));
        settled.observe(seen("b.jpg", 3, 4, 1), at(0.1));
        assertThat(settled.finished(at(0.1)))
                .as("same inode, other size and time")
                .isEmpty();
    }

    @Test
    void shouldForgetTemporaryFilesThatAreGone() {
        settled.observe(temporary("a.jpg.part", 10, 0, 1), at(0));
        settled.retainTemporary(Set.of(Path.of("other.part")));
        settled.observe(seen("a.jpg", 10, 0, 1), at(0.1));
        assertThat(settled.finished(at(0.1))).isEmpty();
    }

    @Test
    void shouldNeverTakeAnEmptyFile() {
        settled.observe(seen("a.jpg", 0, 0, 1), at(0));
        assertThat(settled.finished(at(1000))).isEmpty();
        assertThat(settled.unfinished()).containsExactly(Path.of("a.jpg"));
        settled.gone(Path.of("a.jpg"));
        assertThat(settled.unfinished()).isEmpty();
    }

    @Test
    void shouldTakeTheOldestFirst() {
        settled.observe(seen("c.jpg", 1, 2, 1), at(0));
        settled.observe(seen("b.jpg", 1, 0, 2), at(0));
        settled.observe(seen("a.jpg", 1, 2, 3), at(0));
        assertThat(settled.finished(at(1))).extracting(FileStamp::name).containsExactly("b.jpg", "a.jpg", "c.jpg");
    }

    private static long at(double seconds) {
        return (long) (seconds * 1e9);
    }

    private static Seen seen(String name, long size, int second, int key) {
        return new Seen(Path.of(name), new FileStamp(name, size, NOON.plusSeconds(second)), key, false);
    }

    private static Seen temporary(String name, long size, int second, int key) {
        return new Seen(Path.of(name), new FileStamp(name, size, NOON.plusSeconds(second)), key, true);
    }
}
