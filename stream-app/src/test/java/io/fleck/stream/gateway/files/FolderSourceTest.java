package io.fleck.stream.gateway.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.avro.FrameFormat;
import io.fleck.stream.gateway.FrameItem;
import io.fleck.stream.gateway.GatewayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path state;

    @Test
    void shouldListOldestFirstThenByName() throws IOException {
        Pictures.write(folder, "z.jpg", 1);
        Pictures.write(folder, "sub/b.PNG", 2);
        Pictures.write(folder, "a.jpeg", 2);
        Pictures.write(folder, "sub/deep/first.png", 0);
        List<FrameItem> items = list();
        assertThat(items)
                .extracting(FrameItem::name)
                .containsExactly("sub/deep/first.png", "z.jpg", "a.jpeg", "sub/b.PNG");
        assertThat(items)
                .extracting(FrameItem::format)
                .containsExactly(FrameFormat.PNG, FrameFormat.JPEG, FrameFormat.JPEG, FrameFormat.PNG);
        assertThat(items.get(0).capturedAt())
                .as("captured when the file was written")
                .contains(Pictures.NOON);
    }

    @Test
    void shouldPassOverWhatIsNoFinishedPictureAndSaySo() throws IOException {
        Pictures.write(folder, "a.jpg", 0);
        Pictures.write(folder, ".hidden.jpg", 0);
        Pictures.write(folder, ".cache/b.jpg", 0);
        Pictures.write(folder, "c.jpg.part", 0);
        Pictures.write(folder, "d.png~", 0);
        Pictures.write(folder, "e.TMP", 0);
        Pictures.write(folder, "notes.txt", 0);
        try (Journal journal = journal();
                FolderSource source = FolderSource.list(folder, journal)) {
            assertThat(source.size()).isEqualTo(1);
            assertThat(source.notes())
                    .containsExactly(
                            "3 files with temporary names are not sent",
                            "1 files are neither JPEG nor PNG by their names and are not sent");
        }
    }

    @Test
    void shouldGoOnWhereTheJournalEnds() throws IOException {
        for (int i = 0; i < 5; i++) {
            Pictures.write(folder, "f" + i + ".jpg", i);
        }
        try (Journal journal = journal()) {
            List<FrameItem> items = drain(FolderSource.list(folder, journal));
            var first = journal.assign(items.get(0), items.get(0).content().read());
            journal.assign(items.get(3), items.get(3).content().read());
            journal.assign(items.get(1), items.get(1).content().read());
            journal.acknowledged(first);
        }
        try (Journal journal = journal();
                FolderSource source = FolderSource.list(folder, journal)) {
            assertThat(source.acknowledgedBefore()).isEqualTo(1);
            assertThat(drain(source))
                    .extracting(FrameItem::name)
                    .as("numbered before, in the order of the numbers; then the new ones")
                    .containsExactly("f3.jpg", "f1.jpg", "f2.jpg", "f4.jpg");
        }
    }

    @Test
    void shouldFailAFileThatWasNumberedAndIsGone() throws IOException {
        Path file = Pictures.write(folder, "f.jpg", 0);
        try (Journal journal = journal()) {
            FrameItem item = drain(FolderSource.list(folder, journal)).get(0);
            journal.assign(item, item.content().read());
        }
        Files.delete(file);
        FrameItem gone = list().get(0);
        assertThatThrownBy(() -> gone.content().read())
                .isInstanceOf(IOException.class)
                .hasMessage("it is not there");
    }

    @Test
    void shouldFailAFileThatChangedBetweenListingAndReading() throws IOException {
        Pictures.write(folder, "f.jpg", 0);
        FrameItem listed = list().get(0);
        Pictures.write(folder, "f.jpg", 1, "another content");
        assertThatThrownBy(() -> listed.content().read()).hasMessage("it was changed meanwhile");
    }

    @Test
    void shouldTakeTheRowsOfAnIndexInTheirOrder() throws IOException {
        Pictures.write(folder, "img/b.jpg", 0);
        Pictures.write(folder, "img/a.jpg", 5);
        Pictures.write(folder, "img/mask.png", 1);
        Files.writeString(
                folder.resolve("index.tsv"),
                "label\tpath\tmask\ngood\timg/b.jpg\t\n\ncrack\timg/a.jpg\timg/mask.png\ngood\timg/b.jpg\t\n");
        assertThat(list()).extracting(FrameItem::name).containsExactly("img/b.jpg", "img/a.jpg");
    }

    @Test
    void shouldKeepARowWhoseFileIsMissingSoThatItIsToldAndCounted() throws IOException {
        Files.writeString(folder.resolve("index.tsv"), "path\nmissing.jpg\n");
        FrameItem missing = list().get(0);
        assertThatThrownBy(() -> missing.content().read()).hasMessage("it is not there");
    }

    @Test
    void shouldNameTheLineOfAnIndexThatNamesNoPicture() throws IOException {
        Files.writeString(folder.resolve("index.tsv"), "label\tpath\ngood\ta.jpg\ngood\n");
        assertThatThrownBy(this::list)
                .isInstanceOf(GatewayException.class)
                .hasMessageContaining("index.tsv line 3: 'path' must name a .jpg, .jpeg or .png file");
        Files.writeString(folder.resolve("index.tsv"), "label\tfile\n");
        assertThatThrownBy(this::list).hasMessageContaining("line 1: no column 'path'");
    }

    @Test
    void shouldRefuseAFolderThatIsNotThere() {
        try (Journal journal = journal()) {
            assertThatThrownBy(() -> FolderSource.list(folder.resolve("none"), journal))
                    .isInstanceOf(GatewayException.class)
                    .hasMessageContaining("none");
        }
    }

    private List<FrameItem> list() {
        try (Journal journal = journal()) {
            return drain(FolderSource.list(folder, journal));
        }
    }

    private Journal journal() {
        return Journal.open(state.resolve("journal"), "camera-1", Clock.systemUTC());
    }

    private static List<FrameItem> drain(FolderSource source) {
        List<FrameItem> items = new ArrayList<>();
        while (!source.exhausted()) {
            items.add(source.poll(Duration.ZERO).orElseThrow());
        }
        return items;
    }
}
