package io.fleck.load.bench;

import io.fleck.core.engine.EngineProvider;
import io.fleck.core.engine.Engines;
import io.fleck.core.model.ModelPackage;
import io.fleck.core.render.ImageFiles;
import io.fleck.fitting.Fitters;
import io.fleck.fitting.backbone.Backbone;
import io.fleck.fitting.backbone.Grid;
import io.fleck.fitting.data.DataSet;
import io.fleck.fitting.data.LabelledImage;
import io.fleck.fitting.data.Split;
import io.fleck.fitting.fit.CalibrationMethod;
import io.fleck.fitting.fit.FitListener;
import io.fleck.fitting.fit.FitRequest;
import io.fleck.fitting.fit.ModelFit;
import io.fleck.fitting.synthetic.Part;
import io.fleck.fitting.synthetic.Surface;
import io.fleck.fitting.synthetic.SyntheticParts;
import io.fleck.load.bench.traffic.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds or makes a model and pictures. */
final class SubjectSource {
    /** Parts that the default model is fitted on. */
    static final int GOOD = 200;

    private static final int STREAM = 128;
    private static final double DEFECTIVE = 0.05;
    private static final double JPEG_QUALITY = 0.92;
    private static final double FALSE_ALARM_RATE = 0.01;
    private static final int GRID = 16;
    private static final Surface SURFACE = Surface.BRUSHED_METAL;

    private final BenchOptions options;
    private final Path folder;

    /**
     * A source.
     *
     * @param folder takes what is made
     */
    SubjectSource(BenchOptions options, Path folder) {
        this.options = options;
        this.folder = folder;
    }

    /**
     * The model and the pictures that the options name, and generated ones where they name none.
     *
     * @throws IOException when a picture cannot be read or written
     */
    Subject get() throws IOException, InterruptedException {
        EngineProvider provider = Engines.select(options.engine());
        Path model = options.model().isPresent() ? options.model().get() : fitted();
        return new Subject(ModelPackage.load(model), provider, pictures());
    }

    private List<Picture> pictures() throws IOException {
        if (options.frames().isEmpty()) {
            return generated();
        }
        List<Picture> pictures = new ArrayList<>();
        for (LabelledImage image : DataSet.openGood(options.frames().get()).images()) {
            pictures.add(new Picture(Files.readAllBytes(image.file())));
        }
        return pictures;
    }

    private List<Picture> generated() {
        SyntheticParts line = new SyntheticParts(SURFACE, SyntheticParts.SIZE, DEFECTIVE, 2 * options.seed() + 1);
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < STREAM; i++) {
            pictures.add(new Picture(jpeg(line.next())));
        }
        return pictures;
    }

    private Path fitted() throws IOException, InterruptedException {
        FitRequest request = new FitRequest(
                goodParts(),
                Backbone.shipped(),
                new Grid(GRID, GRID),
                Fitters.all().get(0).configure(Map.of()),
                CalibrationMethod.FOLDS,
                FALSE_ALARM_RATE,
                options.seed(),
                Engines.select(Engines.AUTO),
                Runtime.getRuntime().availableProcessors());
        Path model = folder.resolve("model");
        new ModelFit(request, FitListener.NONE, Clock.systemUTC()).run("bench").write(model);
        return model;
    }

    private List<LabelledImage> goodParts() throws IOException {
        // Parts to learn from and parts to stream come from two lines, so that none is in both.
        SyntheticParts line = new SyntheticParts(SURFACE, SyntheticParts.SIZE, 0, 2 * options.seed());
        Path good = Files.createDirectories(folder.resolve("good"));
        List<LabelledImage> images = new ArrayList<>();
        for (int i = 0; i < GOOD; i++) {
            String name = i + ".jpg";
            Path file = Files.write(good.resolve(name), jpeg(line.next()));
            images.add(new LabelledImage(name, file, LabelledImage.GOOD, null, Split.EITHER));
        }
        return images;
    }

    private static byte[] jpeg(Part part) {
        return ImageFiles.jpeg(part.image(), JPEG_QUALITY);
    }
}
