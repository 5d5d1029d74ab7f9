package io.fleck.fitting.choice;

import io.fleck.core.engine.EngineOptions;
import io.fleck.core.engine.EngineProvider;
import io.fleck.core.image.EncodedImage;
import io.fleck.core.inspect.InspectionSettings;
import io.fleck.core.inspect.Inspector;
import io.fleck.core.model.ModelPackage;
import io.fleck.fitting.data.ImageFolder;
import io.fleck.fitting.data.LabelledImage;
import io.fleck.fitting.evaluation.Evaluation;
import io.fleck.fitting.evaluation.Evaluator;
import io.fleck.fitting.evaluation.ImageQuality;
import io.fleck.fitting.fit.FitException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Says how well a model tells held-out good pictures from defects, and how long a frame takes. */
final class Judge {
    private static final int WARM_UP = 5;
    private static final int TIMED = 20;

    private final List<LabelledImage> pictures;
    private final EngineProvider engine;
    private final int threads;

    Judge(List<LabelledImage> pictures, EngineProvider engine, int threads) {
        this.pictures = pictures;
        this.engine = engine;
        this.threads = threads;
    }

    Judged judge(Candidate candidate, Path model) throws InterruptedException {
        try (Inspector inspector =
                Inspector.open(ModelPackage.load(model), engine, EngineOptions.DEFAULT.withWorkers(threads))) {
            InspectionSettings settings = inspector.settings();
            Evaluation evaluation = new Evaluator(
                            inspector.manifest(), frame -> inspector.inspect(frame, settings), threads)
                    .evaluate(pictures, () -> {});
            double auroc = ImageQuality.of(evaluation.images())
                    .auroc()
                    .orElseThrow(() -> new FitException("no good or no defective picture to judge by can be read"));
            return new Judged(candidate, auroc, median(inspector, settings));
        }
    }

    /** One frame at a time on one thread, as a stream that is not busy takes them. */
    private double median(Inspector inspector, InspectionSettings settings) {
        long[] nanos = new long[TIMED];
        for (int i = -WARM_UP; i < TIMED; i++) {
            EncodedImage frame = ImageFolder.read(
                    pictures.get((i + WARM_UP) % pictures.size()).file());
            long before = System.nanoTime();
            inspector.inspect(frame, settings);
            if (i >= 0) {
                nanos[i] = System.nanoTime() - before;
            }
        }
        Arrays.sort(nanos);
        return nanos[TIMED / 2] / 1e6;
    }
}
