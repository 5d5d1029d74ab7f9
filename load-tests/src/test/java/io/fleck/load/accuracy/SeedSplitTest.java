package io.fleck.load.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.fitting.data.DataSet;
import io.fleck.fitting.data.LabelledImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedSplitTest {
    @TempDir
    private Path folder;

    private DataSet divided(int seed) throws IOException {
        Path index = folder.resolve("data/index.tsv");
        if (!index.toFile().exists()) {
            Samples.index(folder.resolve("data"), 52, 7);
        }
        Path divided = folder.resolve("seed-" + seed + ".tsv");
        new SeedSplit(DataSet.open(index), 0.8, seed).write(divided);
        return DataSet.open(divided);
    }

    private static Set<Path> files(List<LabelledImage> images) {
        Set<Path> files = new HashSet<>();
        images.forEach(image -> files.add(image.file()));
        return files;
    }

    @Test
    void shouldFitOnMostOfTheGoodImagesAndTestOnAllOthers() throws IOException {
        DataSet divided = divided(0);
        List<LabelledImage> training = divided.forFitting();
        List<LabelledImage> test = divided.forEvaluation();

        assertThat(training).as("80 % of 52, rounded down").hasSize(41).allMatch(LabelledImage::good);
        assertThat(test).hasSize(11 + 7);
        assertThat(files(test)).doesNotContainAnyElementsOf(files(training));
        assertThat(test)
                .filteredOn(image -> !image.good())
                .hasSize(7)
                .allSatisfy(image -> assertThat(image.mask()).isNotNull());
    }

    @Test
    void shouldDivideTheSameWayForTheSameSeed() throws IOException {
        assertThat(files(divided(1).forFitting())).isEqualTo(files(divided(1).forFitting()));
        assertThat(files(divided(2).forFitting())).isNotEqualTo(files(divided(1).forFitting()));
    }
}
