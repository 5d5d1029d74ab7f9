package io.fleck.fitting.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Labelled pictures in a fixed order.
 *
 * @param origin the folder or index that they come from
 * @param images at least one
 */
public record DataSet(Path origin, List<LabelledImage> images) {
    /** Refuses an empty set. */
    public DataSet {
        images = List.copyOf(images);
        if (images.isEmpty()) {
            throw new DataException(origin + ": no pictures in it; read are " + ImageFolder.EXTENSIONS);
        }
    }

    /**
     * Opens what a user names: an index file, a folder with an {@code index.tsv}, or a folder with {@code good/} and
     * others, whose names are the labels.
     *
     * @throws DataException when it is none of these, or does not hold what it says
     */
    public static DataSet open(Path path) {
        return index(path).map(IndexFile::read).orElseGet(() -> ImageFolder.labelled(path));
    }

    /**
     * Opens good pictures: as {@link #open}, except that a folder without {@code good/} is a folder of good pictures.
     *
     * @throws DataException when there are none
     */
    public static DataSet openGood(Path path) {
        if (index(path).isEmpty() && !Files.isDirectory(path.resolve(LabelledImage.GOOD))) {
            return ImageFolder.good(path);
        }
        return open(path);
    }

    private static Optional<Path> index(Path path) {
        if (Files.isRegularFile(path)) {
            return Optional.of(path);
        }
        return Optional.of(path.resolve(IndexFile.NAME)).filter(Files::isRegularFile);
    }

    /**
     * The good pictures to fit on: the training rows where the set has splits, else all.
     *
     * @throws DataException when there are none
     */
    public List<LabelledImage> forFitting() {
        List<LabelledImage> good = images.stream()
                .filter(image -> image.good() && image.split() != Split.TEST)
                .toList();
        if (good.isEmpty()) {
            throw new DataException(origin + ": no good pictures to fit on");
        }
        return good;
    }

    /**
     * The pictures to evaluate on, good and defective: the test rows where the set has splits, else all.
     *
     * @throws DataException when there are none
     */
    public List<LabelledImage> forEvaluation() {
        List<LabelledImage> test =
                images.stream().filter(image -> image.split() != Split.TRAIN).toList();
        if (test.isEmpty()) {
            throw new DataException(origin + ": no test rows to evaluate on");
        }
        return test;
    }
}
