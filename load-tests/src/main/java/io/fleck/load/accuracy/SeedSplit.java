package io.fleck.load.accuracy;

import io.fleck.fitting.data.DataSet;
import io.fleck.fitting.data.LabelledImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** One division of a data set into training and test rows. */
final class SeedSplit {
    private final DataSet data;
    private final Set<LabelledImage> training;

    /**
     * Divides a data set.
     *
     * @param data whose good images are put into an order drawn from the seed; the first of them train, the others and
     *     all defective images test
     * @param share part of the good images that trains, in (0, 1), rounded down to whole images
     */
    SeedSplit(DataSet data, double share, int seed) {
        this.data = data;
        List<LabelledImage> good = new ArrayList<>(
                data.images().stream().filter(LabelledImage::good).toList());
        Collections.shuffle(good, new Random(seed));
        this.training = new HashSet<>(good.subList(0, (int) (share * good.size())));
    }

    int trainingImages() {
        return training.size();
    }

    /** Writes the division as an index whose paths are absolute. */
    void write(Path index) throws IOException {
        List<String> lines = new ArrayList<>(List.of("path\tlabel\tmask\tsplit"));
        data.images().forEach(image -> lines.add(line(image)));
        Files.write(index, lines);
    }

    private String line(LabelledImage image) {
        Path mask = image.mask();
        return String.join(
                "\t",
                image.file().toAbsolutePath().toString(),
                image.label(),
                mask == null ? "" : mask.toAbsolutePath().toString(),
                training.contains(image) ? "train" : "test");
    }
}
