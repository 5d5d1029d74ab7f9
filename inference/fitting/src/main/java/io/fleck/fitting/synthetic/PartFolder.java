package io.fleck.fitting.synthetic;

import io.fleck.core.image.Image;
import io.fleck.core.render.ImageFiles;
import io.fleck.fitting.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Synthetic parts as a data set on disk: a folder for each label, {@code masks/} for the defective ones, and an {@code
 * index.tsv} with both. PNG, so that a part read back is the part that was drawn.
 */
public final class PartFolder {
    private static final String MASKS = "masks";

    private final Path folder;
    private final List<String> rows = new ArrayList<>(List.of("path\tlabel\tmask\tsplit"));

    private PartFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes a data set.
     *
     * @param folder made where it does not exist
     * @param training good parts that come first, with split {@code train}
     * @param line the parts that follow, with split {@code test}; its surface, size and seed hold for all
     * @param test how many of them
     * @throws DataException when a file cannot be written
     */
    public static void write(Path folder, int training, SyntheticParts line, int test) {
        PartFolder target = new PartFolder(folder);
        try {
            SyntheticParts good = line.withDefective(0);
            for (int i = 0; i < training; i++) {
                target.add(good.part(i), "train");
            }
            for (int i = training; i < training + test; i++) {
                target.add(line.part(i), "test");
            }
            Files.write(folder.resolve("index.tsv"), target.rows);
        } catch (IOException e) {
            throw new DataException(folder + ": cannot write synthetic parts: " + e.getMessage(), e);
        }
    }

    private void add(Part part, String split) throws IOException {
        String name = "%s-%06d.png".formatted(part.label(), part.index());
        String path = write(part.label(), name, part.image());
        String mask = part.good() ? "" : write(MASKS, name, mask(part));
        rows.add(String.join("\t", path, part.label(), mask, split));
    }

    private static Image mask(Part part) {
        return new Image(part.image().width(), part.image().height(), 1, part.mask());
    }

    private String write(String below, String name, Image image) throws IOException {
        Path file = folder.resolve(below).resolve(name);
        Files.createDirectories(folder.resolve(below));
        Files.write(file, ImageFiles.png(image));
        return below + "/" + name;
    }
}
