package io.fleck.fitting.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.image.DecodeLimits;
import io.fleck.core.image.Image;
import io.fleck.core.image.ImageDecoders;
import io.fleck.fitting.data.DataException;
import io.fleck.fitting.data.DataSet;
import io.fleck.fitting.data.ImageFolder;
import io.fleck.fitting.data.LabelledImage;
import io.fleck.fitting.data.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PartFolderTest {
    private final SyntheticParts line = new SyntheticParts(Surface.CAST, 64, 1, 4);

    @TempDir
    Path folder;

    @Test
    void shouldBeReadBackAsADataSet() {
        PartFolder.write(folder, 3, line, 4);

        DataSet set = DataSet.open(folder);
        assertThat(set.forFitting()).hasSize(3).allMatch(LabelledImage::good);
        assertThat(set.forEvaluation()).hasSize(4).noneMatch(LabelledImage::good);
        assertThat(set.images())
                .extracting(LabelledImage::split)
                .startsWith(Split.TRAIN)
                .endsWith(Split.TEST);
    }

    @Test
    void shouldKeepEveryPixelAndMask() {
        PartFolder.write(folder, 2, line, 3);

        List<LabelledImage> test = DataSet.open(folder).forEvaluation();
        for (int i = 0; i < test.size(); i++) {
            Part part = line.part(2 + i);
            assertThat(test.get(i).label()).isEqualTo(part.label());
            assertThat(decoded(test.get(i).file()).pixels())
                    .as("part %s", part.index())
                    .isEqualTo(part.image().pixels());
            assertThat(decoded(Objects.requireNonNull(test.get(i).mask())).pixels())
                    .as("mask of part %s", part.index())
                    .isEqualTo(part.mask());
        }
    }

    private static Image decoded(Path file) {
        return ImageDecoders.decode(ImageFolder.read(file), null, DecodeLimits.DEFAULT);
    }

    @Test
    void shouldAlsoWorkAsAPlainFolderOfLabels() throws IOException {
        PartFolder.write(folder, 2, line, 1);

        assertThat(folder.resolve("good/good-000000.png")).exists();
        try (var labels = Files.list(folder)) {
            assertThat(labels.map(path -> path.getFileName().toString()))
                    .contains("good", "masks", line.part(2).label());
        }
    }

    @Test
    void shouldNameAFolderThatCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> PartFolder.write(file, 1, line, 0))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(file.toString());
    }
}
