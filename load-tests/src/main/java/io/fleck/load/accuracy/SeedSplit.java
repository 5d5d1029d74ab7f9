package io.fleck.load.accuracy;

import io.fleck.fitting.data.DataSet;
import io.fleck.fitting.data.LabelledImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One division of a data set into training and test rows. */
final class SeedSplit {
    private final DataSet data;
    private final Set<LabelledImage> training;

    /**
     * Divides a data set.
     *
     * @param data whose good images are put into the order of {@link NumpyPermutation}; the first of them train, the
     *     others and all defective images test
     * @param share part of the good images that trains, in (0, 1), rounded down to whole images
     */
    SeedSplit(DataSet data, double share, int seed) {
        this.data = data;
        List<LabelledImage> good =
                data.images().stream().filter(LabelledImage::good).toList();
        this.training = IntStream.of(NumpyPermutation.of(good.size(), seed))
                .limit((int) (share * good.size()))
                .mapToObj(good::get)
                .collect(Collectors.toSet());
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
