package io.fleck.stream.gateway.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.avro.FrameFormat;
import io.fleck.stream.gateway.FrameId;
import io.fleck.stream.gateway.FrameItem;
import io.fleck.stream.gateway.FrameLedger.Assignment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path path;

    @BeforeEach
    void chooseAFileInAFolderToBeMade() {
        path = folder.resolve("state/camera-1.journal");
    }

    @Test
    void shouldGiveAFileTheSameNumberAndIdAfterACrash() {
        Assignment first;
        try (Journal journal = open()) {
            journal.acknowledged(journal.assign(item("a"), bytes("a")));
            first = journal.assign(item("b"), bytes("b"));
            journal.sync();
        }
        try (Journal journal = open()) {
            assertThat(journal.pending()).extracting(FileStamp::name).containsExactly("b.jpg");
            assertThat(journal.assign(item("b"), bytes("b"))).isEqualTo(first);
            assertThat(journal.knows(stamp("a"))).as("a is acknowledged").isTrue();
            assertThat(journal.acknowledged()).isEqualTo(1);
            assertThat(journal.assign(item("c"), bytes("c")).sequence()).isEqualTo(2);
        }
    }

    @Test
    void shouldListWhatIsPendingInTheOrderOfTheNumbers() {
        try (Journal journal = open()) {
            for (String name : List.of("z", "m", "a", "q")) {
                journal.assign(item(name), bytes(name));
            }
            journal.acknowledged(new Assignment(1, "any"));
        }
        try (Journal journal = open()) {
            assertThat(journal.pending()).extracting(FileStamp::name).containsExactly("z.jpg", "a.jpg", "q.jpg");
        }
    }

    @Test
    void shouldTakeNewContentUnderTheSameStampForANewFrame() {
        try (Journal journal = open()) {
            journal.assign(item("a"), bytes("old"));
            Assignment replaced = journal.assign(item("a"), bytes("new"));
            assertThat(replaced).isEqualTo(new Assignment(1, FrameId.of("camera-1", 1, bytes("new"))));
            assertThat(journal.pending()).as("only the content that exists").hasSize(1);
        }
    }

    @Test
    void shouldTryAFailedFileAgainNextTime() {
        try (Journal journal = open()) {
            journal.failed(item("a"), "access is denied");
            assertThat(journal.knows(stamp("a"))).isFalse();
        }
        try (Journal journal = open()) {
            assertThat(journal.assign(item("a"), bytes("a")).sequence()).isZero();
        }
    }

    @Test
    void shouldGiveUpAPendingFileThatFailed() {
        try (Journal journal = open()) {
            journal.assign(item("a"), bytes("a"));
            journal.failed(item("a"), "it is not there");
        }
        try (Journal journal = open()) {
            assertThat(journal.pending()).isEmpty();
            assertThat(journal.assign(item("b"), bytes("b")).sequence())
                    .as("its number is not given again")
                    .isEqualTo(1);
        }
    }

    @Test
    void shouldCutOffALineTornAnywhere() throws IOException {
        try (Journal journal = open()) {
            journal.acknowledged(journal.assign(item("a"), bytes("a")));
        }
        byte[] whole = Files.readAllBytes(path);
        try (Journal journal = open()) {
            journal.assign(item("b"), bytes("b"));
        }
        byte[] longer = Files.readAllBytes(path);
        for (int length = whole.length + 1; length < longer.length; length++) {
            Files.write(path, java.util.Arrays.copyOf(longer, length));
            try (Journal journal = open()) {
                assertThat(journal.pending()).as("torn after %d bytes", length).isEmpty();
                assertThat(journal.knows(stamp("a"))).isTrue();
                assertThat(journal.assign(item("b"), bytes("b")).sequence()).isEqualTo(1);
            }
            assertThat(Files.readAllBytes(path))
                    .as("written again, byte by byte")
                    .isEqualTo(longer);
        }
    }

    @Test
    void shouldTolerateZerosAtTheEndAsAPowerFailureLeavesThem() throws IOException {
        try (Journal journal = open()) {
            journal.assign(item("a"), bytes("a"));
        }
        Files.write(path, new byte[4096], StandardOpenOption.APPEND);
        try (Journal journal = open()) {
            assertThat(journal.pending()).hasSize(1);
        }
        assertThat(Files.size(path)).isLessThan(1000);
    }

    @Test
    void shouldNameALineThatIsWrongInTheMiddle() throws IOException {
        try (Journal journal = open()) {
            journal.assign(item("a"), bytes("a"));
            journal.assign(item("b"), bytes("b"));
        }
        List<String> lines = Files.readAllLines(path);
        lines.set(1, lines.get(1).replace("a", "x"));
        Files.write(path, lines);
        assertThatThrownBy(this::open)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(path.getFileName() + " line 2: its checksum is wrong");
    }

    @Test
    void shouldNameALineThatContradictsTheOnesBefore() throws IOException {
        try (Journal journal = open()) {
            journal.assign(item("a"), bytes("a"));
        }
        String wrong = new JournalLine.Acknowledged(7, NOON).format();
        Files.writeString(path, wrong + wrong, StandardOpenOption.APPEND);
        assertThatThrownBy(this::open).hasMessageContaining("line 3: number 7 is done, yet nothing was to be sent");
    }

    @Test
    void shouldRefuseAnotherCamerasJournal() {
        open().close();
        assertThatThrownBy(() -> Journal.open(path, "camera-2", Clock.systemUTC()))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("of camera camera-1, not camera-2");
        open().close(); // and lets go of it
    }

    @Test
    void shouldRefuseAJournalInUse() {
        try (Journal journal = open()) {
            assertThat(journal.pending()).isEmpty();
            assertThatThrownBy(this::open)
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("in use by another gateway");
        }
    }

    @Test
    void shouldForgetOnlyOldFilesThatAreGone() throws IOException {
        try (Journal journal = openAt(NOON)) {
            for (int i = 0; i < 1_500; i++) {
                journal.acknowledged(journal.assign(item("f" + i), bytes("x")));
            }
            journal.assign(item("pending"), bytes("p"));
            journal.forgetGone(stamp -> false, true);
            assertThat(journal.acknowledged()).as("too young to be forgotten").isEqualTo(1_500);
        }
        long before = Files.size(path);
        try (Journal journal = openAt(NOON.plus(Journal.MEMORY).plusSeconds(1))) {
            journal.forgetGone(stamp -> false, false);
            assertThat(journal.acknowledged())
                    .as("an empty folder is suspicious")
                    .isEqualTo(1_500);
            journal.forgetGone(stamp -> stamp.equals(stamp("f7")), true);
            assertThat(journal.acknowledged()).isEqualTo(1);
            journal.assign(item("after"), bytes("q"));
        }
        assertThat(Files.size(path)).isLessThan(before / 10);
        try (Journal journal = open()) {
            assertThat(journal.knows(stamp("f7"))).isTrue();
            assertThat(journal.knows(stamp("f8"))).isFalse();
            assertThat(journal.pending()).extracting(FileStamp::name).containsExactly("pending.jpg", "after.jpg");
            assertThat(journal.assign(item("new"), bytes("n")).sequence())
                    .as("numbers go on")
                    .isEqualTo(1_502);
        }
    }

    private Journal open() {
        return openAt(NOON);
    }

    private Journal openAt(Instant now) {
        return Journal.open(path, "camera-1", Clock.fixed(now, ZoneOffset.UTC));
    }

    private static FileStamp stamp(String name) {
        return new FileStamp(name + ".jpg", 5, NOON);
    }

    private static FrameItem item(String name) {
        return new FrameItem(name + ".jpg", FrameFormat.JPEG, 5, NOON, () -> bytes(name));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
