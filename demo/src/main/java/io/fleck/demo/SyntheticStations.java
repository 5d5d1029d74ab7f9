package io.fleck.demo;

import io.fleck.cli.CommandException;
import io.fleck.cli.Progress;
import io.fleck.core.render.ImageFiles;
import io.fleck.fitting.data.LabelledImage;
import io.fleck.fitting.data.Split;
import io.fleck.fitting.synthetic.Part;
import io.fleck.fitting.synthetic.Surface;
import io.fleck.fitting.synthetic.SyntheticParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Stations whose pictures are drawn, one a kind of part, for whoever has no pictures at hand. */
final class SyntheticStations {
    static final int GOOD = 120;
    static final int STREAM = 150;
    static final double DEFECTIVE = 0.15;
    private static final double JPEG_QUALITY = 0.92;

    private final Path folder;
    private final long seed;
    private final Progress progress;

    SyntheticStations(Path folder, long seed, Progress progress) {
        this.folder = folder;
        this.seed = seed;
        this.progress = progress;
    }

    /** Pictures that will be drawn. */
    static int pictures() {
        return Surface.values().length * (GOOD + STREAM);
    }

    /** Draws all pictures into the folder. */
    List<Station> draw() {
        List<Station> stations = new ArrayList<>();
        for (Surface surface : Surface.values()) {
            // Good parts to learn from and parts to stream come from two lines, so that none is in both.
            List<LabelledImage> good = draw(surface, "fit", GOOD, 0, 2 * seed);
            List<LabelledImage> stream = draw(surface, "stream", STREAM, DEFECTIVE, 2 * seed + 1);
            stations.add(new Station(surface.id(), good, stream));
        }
        return stations;
    }

    private List<LabelledImage> draw(Surface surface, String use, int count, double defective, long line) {
        SyntheticParts parts = new SyntheticParts(surface, SyntheticParts.SIZE, defective, line);
        List<LabelledImage> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Part part = parts.next();
            String name = surface.id() + "/" + use + "/" + i + "-" + part.label() + ".jpg";
            images.add(new LabelledImage(name, write(name, part), part.label(), null, Split.EITHER));
            progress.step();
        }
        return images;
    }

    private Path write(String name, Part part) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder.resolve(name).resolveSibling(""));
            return Files.write(file, ImageFiles.jpeg(part.image(), JPEG_QUALITY));
        } catch (IOException e) {
            throw CommandException.failed(file + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
