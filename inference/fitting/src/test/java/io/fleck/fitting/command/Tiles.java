package io.fleck.fitting.command;

import io.fleck.fitting.evaluation.Evaluations;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Grey tiles of 64 x 64 pixels with a brighter patch in a corner, which {@link BrightnessModel} scores by its grey. */
final class Tiles {
    /** Two cells of the model's map each way. */
    static final Rectangle PATCH = new Rectangle(48, 48, 16, 16);

    private final Path folder;
    private final List<String> index = new ArrayList<>(List.of("path\tlabel\tmask\tsplit"));

    Tiles(Path folder) {
        this.folder = folder;
    }

    /** A tile whose patch has that grey, and so its score. */
    Path tile(String name, int grey) {
        return Evaluations.picture(folder.resolve(name), 64, 64, 30, PATCH, grey);
    }

    Tiles good(String name, int grey, String split) {
        tile(name, grey);
        index.add(name + "\tgood\t\t" + split);
        return this;
    }

    Tiles defective(String name, int grey, String defect) {
        tile(name, grey);
        String mask = name.replace(".png", "-mask.png");
        Evaluations.picture(folder.resolve(mask), 64, 64, 0, PATCH, 255);
        index.add(name + "\t" + defect + "\t" + mask + "\ttest");
        return this;
    }

    /** A file that is listed as it is. */
    Tiles listed(String name, String text, String label) throws IOException {
        Files.writeString(folder.resolve(name), text);
        index.add(name + "\t" + label + "\t\ttest");
        return this;
    }

    Path index() throws IOException {
        return Files.write(folder.resolve("index.tsv"), index);
    }
}
