package io.fleck.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fleck.core.engine.EngineProvider;
import io.fleck.core.engine.Engines;
import io.fleck.core.metrics.Auroc;
import io.fleck.core.metrics.SortedScores;
import io.fleck.core.model.ModelManifest.Calibration;
import io.fleck.fitting.backbone.Backbone;
import io.fleck.fitting.backbone.Grid;
import io.fleck.fitting.data.DataSet;
import io.fleck.fitting.data.LabelledImage;
import io.fleck.fitting.fit.CalibrationMethod;
import io.fleck.fitting.fit.FitListener;
import io.fleck.fitting.fit.FitRequest;
import io.fleck.fitting.fit.FittedModel;
import io.fleck.fitting.fit.ModelFit;
import io.fleck.fitting.frames.FrameRunner;
import io.fleck.fitting.parallel.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The default recipe on real pictures, fewer than in docs/accuracy.md so that it takes seconds. */
class MagneticTilesIT {
    private static final int FITTED = 200;
    private static final int TESTED = 120;
    private static final double RATE = 0.05;

    private final EngineProvider engine = Engines.select("onnxruntime");

    private static DataSet tiles() {
        Path index = Path.of(System.getProperty("fleck.data", "."), "magnetic-tile", "index.tsv");
        assumeThat(Files.isRegularFile(index))
                .as("the magnetic tiles at %s; skipped without them", index)
                .isTrue();
        return DataSet.open(index);
    }

    private static List<LabelledImage> shuffled(List<LabelledImage> images) {
        List<LabelledImage> shuffled = new ArrayList<>(images);
        Collections.shuffle(shuffled, new Random(1));
        return shuffled;
    }

    @Test
    void shouldTellDefectiveTilesFromGoodOnesAndHoldItsFalseAlarmRate() throws InterruptedException {
        List<LabelledImage> images = tiles().images();
        List<LabelledImage> good =
                shuffled(images.stream().filter(LabelledImage::good).toList());
        List<LabelledImage> defective =
                shuffled(images.stream().filter(image -> !image.good()).toList());
        FittedModel fitted = fit(good.subList(0, FITTED));
        double[] goodScores = scores(fitted, good.subList(FITTED, FITTED + TESTED));
        double[] defectiveScores = scores(fitted, defective.subList(0, TESTED));
        Calibration calibration = Objects.requireNonNull(fitted.manifest().calibration());

        assertThat(Auroc.of(SortedScores.of(goodScores, defectiveScores)).orElseThrow())
                .as("image AUROC of a fit on %s tiles", FITTED)
                .isGreaterThan(0.89);
        assertThat(above(goodScores, calibration.threshold()))
                .as("false alarms among %s good tiles", TESTED)
                .isLessThanOrEqualTo(fitted.calibrator().falseAlarmBound(RATE, TESTED, 0.999));
        assertThat(above(defectiveScores, calibration.threshold()))
                .as("defective tiles found of %s", TESTED)
                .isGreaterThan(TESTED / 3);
    }

    private FittedModel fit(List<LabelledImage> images) throws InterruptedException {
        FitRequest request = new FitRequest(
                images,
                Backbone.shipped(),
                new Grid(16, 16),
                Fitters.named("gaussian").configure(Map.of()),
                CalibrationMethod.FOLDS,
                RATE,
                0,
                engine,
                2);
        return new ModelFit(request, FitListener.NONE, Clock.systemUTC()).run("tiles");
    }

    private double[] scores(FittedModel fitted, List<LabelledImage> images) throws InterruptedException {
        double[] scores = new double[images.size()];
        try (Workers workers = new Workers(2);
                FrameRunner runner = FrameRunner.open(fitted.graph(), engine, workers)) {
            runner.run(
                    images,
                    (index, batch, item) -> scores[index] =
                            batch.outputSlot("score", item).asFloatBuffer().get(0));
        }
        return scores;
    }

    private static int above(double[] scores, double threshold) {
        return (int) Arrays.stream(scores).filter(score -> score > threshold).count();
    }
}
