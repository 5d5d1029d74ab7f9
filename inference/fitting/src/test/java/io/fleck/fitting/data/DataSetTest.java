package io.fleck.fitting.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.fleck.core.image.EncodedImage;
import io.fleck.core.image.PixelFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetTest {
    @TempDir
    private Path folder;

    private void touch(String... names) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
    }

    private Path index(String... lines) throws IOException {
        return Files.write(folder.resolve("index.tsv"), List.of(lines));
    }

    private static List<String> names(List<LabelledImage> images) {
        return images.stream().map(LabelledImage::name).toList();
    }

    @Test
    void shouldTakeTheFoldersAsLabels() throws IOException {
        touch("good/b.jpg", "good/a.PNG", "crack/day 1/c.jpeg", "good/notes.txt", ".cache/x.jpg", "good/.hidden.png");
        DataSet set = DataSet.open(folder);

        assertThat(set.images())
                .extracting(LabelledImage::name, LabelledImage::label)
                .containsExactly(
                        tuple("crack/day 1/c.jpeg", "crack"), tuple("good/a.PNG", "good"), tuple("good/b.jpg", "good"));
        assertThat(names(set.forFitting())).containsExactly("good/a.PNG", "good/b.jpg");
        assertThat(set.forEvaluation()).hasSize(3);
        assertThat(set.images().get(0).good()).isFalse();
    }

    @Test
    void shouldTakeAFolderWithoutLabelsAsGoodWhenAskedForGoodOnes() throws IOException {
        touch("1.jpg", "sub/2.jpg");

        assertThat(names(DataSet.openGood(folder).forFitting())).containsExactly("1.jpg", "sub/2.jpg");
        assertThatThrownBy(() -> DataSet.open(folder))
                .isInstanceOf(DataException.class)
                .hasMessage(folder + ": holds neither index.tsv nor a folder good/");
    }

    @Test
    void shouldTakeOnlyGoodWhenTheFolderHasLabels() throws IOException {
        touch("good/1.jpg", "bad/2.jpg");

        assertThat(names(DataSet.openGood(folder).forFitting())).containsExactly("good/1.jpg");
    }

    @Test
    void shouldReadAnIndexByItsHeader() throws IOException {
        touch("a.jpg", "b.jpg", "masks/b.png");
        Path index = index(
                "width\tlabel\tpath\tmask",
                "9\tgood\ta.jpg\t",
                "",
                "9\tcrack\tb.jpg\tmasks/b.png",
                "7\tgood\tmasks/b.png");
        DataSet set = DataSet.open(index);

        assertThat(names(set.images())).containsExactly("a.jpg", "b.jpg", "masks/b.png");
        assertThat(set.images().get(0).mask()).isNull();
        assertThat(set.images().get(1).mask()).isEqualTo(folder.resolve("masks/b.png"));
        assertThat(set.images().get(1).label()).isEqualTo("crack");
        assertThat(set.images()).extracting(LabelledImage::split).containsOnly(Split.EITHER);
        assertThat(set.forEvaluation())
                .as("without split all rows are evaluated")
                .hasSize(3);
        assertThat(names(set.forFitting()))
                .as("without split all good rows are fitted")
                .containsExactly("a.jpg", "masks/b.png");
        assertThat(DataSet.open(folder))
                .as("the folder stands for its index")
                .isEqualTo(new DataSet(index, set.images()));
    }

    @Test
    void shouldFitTrainingRowsAndEvaluateTestRows() throws IOException {
        touch("a.jpg", "b.jpg", "c.jpg", "d.jpg");
        DataSet set = DataSet.open(index(
                "path\tlabel\tsplit",
                "a.jpg\tgood\ttrain",
                "b.jpg\tcrack\tTrain",
                "c.jpg\tgood\ttest",
                "d.jpg\tcrack\ttest"));

        assertThat(names(set.forFitting())).containsExactly("a.jpg");
        assertThat(names(set.forEvaluation())).containsExactly("c.jpg", "d.jpg");
    }

    @Test
    void shouldNameFileLineAndColumnOfAnError() throws IOException {
        touch("a.jpg", "b.jpg");

        refused("line 1: no column 'label', only [path, mask]", "path\tmask", "a.jpg\t");
        refused("line 2, column path: empty", "path\tlabel", "\tgood");
        refused("line 3, column label: empty", "path\tlabel", "a.jpg\tgood", "b.jpg");
        refused("line 2, column path: 'c.jpg' does not exist", "path\tlabel", "c.jpg\tgood");
        refused("line 2, column mask: 'm.png' does not exist", "path\tlabel\tmask", "a.jpg\tcrack\tm.png");
        refused(
                "line 4, column path: 'a.jpg' stands already on line 2",
                "path\tlabel",
                "a.jpg\tgood",
                "",
                "a.jpg\tgood");
        refused("line 2, column split: 'val'; allowed are train and test", "path\tlabel\tsplit", "a.jpg\tgood\tval");
        refused("empty; the first line must name the columns path and label");
        refused("no pictures in it; read are [jpeg, jpg, png]", "path\tlabel");
    }

    private void refused(String what, String... lines) throws IOException {
        Path index = index(lines);
        assertThatThrownBy(() -> DataSet.open(index))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(index + ": ")
                .hasMessageEndingWith(what);
    }

    @Test
    void shouldRefuseWhatIsNotThere() throws IOException {
        Path missing = folder.resolve("missing");
        Files.createDirectories(folder.resolve("empty/good"));

        assertThatThrownBy(() -> DataSet.open(missing)).hasMessage(missing + ": does not exist");
        assertThatThrownBy(() -> DataSet.openGood(folder.resolve("empty"))).hasMessageContaining("no pictures");
        Files.write(folder.resolve("latin.tsv"), "path\tlabel\n\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> DataSet.open(folder.resolve("latin.tsv"))).hasMessageEndingWith("not UTF-8 text");
    }

    @Test
    void shouldRefuseAnEmptySideOfTheSplit() throws IOException {
        touch("a.jpg");

        assertThatThrownBy(() -> DataSet.open(index("path\tlabel\tsplit", "a.jpg\tgood\ttest"))
                        .forFitting())
                .hasMessageEndingWith("no good pictures to fit on");
        assertThatThrownBy(() -> DataSet.open(index("path\tlabel\tsplit", "a.jpg\tgood\ttrain"))
                        .forEvaluation())
                .hasMessageEndingWith("no test rows to evaluate on");
    }

    @Test
    void shouldReadPictureFilesByTheirExtension() throws IOException {
        touch("good/a.JPG", "good/b.png", "good/c.gif");
        EncodedImage jpeg = ImageFolder.read(folder.resolve("good/a.JPG"));

        assertThat(jpeg.format()).isEqualTo(PixelFormat.JPEG);
        assertThat(jpeg.bytes().remaining()).isEqualTo("good/a.JPG".length());
        assertThat(ImageFolder.read(folder.resolve("good/b.png")).format()).isEqualTo(PixelFormat.PNG);
        assertThatThrownBy(() -> ImageFolder.read(folder.resolve("good/c.gif"))).hasMessageContaining("extension");
        assertThatThrownBy(() -> ImageFolder.read(folder.resolve("good/none.png")))
                .hasMessageContaining("none.png: cannot be read");
    }
}
