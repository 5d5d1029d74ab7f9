package io.fleck.fitting.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.core.detect.ConformalCalibrator;
import io.fleck.core.engine.Engines;
import io.fleck.core.model.ModelManifest;
import io.fleck.fitting.Fitters;
import io.fleck.fitting.backbone.Backbone;
import io.fleck.fitting.backbone.Grid;
import io.fleck.fitting.data.LabelledImage;
import io.fleck.fitting.data.Split;
import io.fleck.fitting.fit.CalibrationMethod;
import io.fleck.fitting.fit.FitRequest;
import io.fleck.fitting.fit.FittedModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FitFiguresTest {
    private static final ConformalCalibrator CALIBRATOR = ConformalCalibrator.of(
            IntStream.rangeClosed(1, 99).mapToObj(i -> (double) i).toList());

    private static FitRequest request(CalibrationMethod method) {
        LabelledImage image = new LabelledImage("a.png", Path.of("a.png"), "good", null, Split.EITHER);
        return new FitRequest(
                IntStream.range(0, 120).mapToObj(i -> image).toList(),
                Backbone.shipped(),
                new Grid(16, 16),
                Fitters.named("gaussian").configure(Map.of()),
                method,
                0.01,
                0,
                Engines.select("onnxruntime"),
                1);
    }

    private static FittedModel fitted() {
        ModelManifest manifest = new ModelManifest(
                ModelManifest.FORMAT,
                "plates",
                "1",
                ModelManifest.FRAMES,
                "gaussian",
                new ModelManifest.Input("frames", 256, 256),
                new ModelManifest.Outputs("score", "map"),
                null,
                null,
                Map.of(),
                Map.of(),
                "0".repeat(64));
        return new FittedModel(manifest, new byte[7], CALIBRATOR, 21, List.of());
    }

    @Test
    void shouldNameTheFiguresAsTheCommandLineDoes() {
        assertThat(FitFigures.of(request(CalibrationMethod.SPLIT), fitted(), 1.5)
                        .asMap())
                .containsEntry("fit_seconds", 1.5)
                .containsEntry("images", 120)
                .containsEntry("fitted_images", 21)
                .containsEntry("calibration_images", 99)
                .containsEntry("calibration", "split")
                .containsEntry("false_alarm_rate", 0.01)
                .containsEntry("threshold", 99.0)
                .containsEntry("false_alarm_bound", CALIBRATOR.rateBound(0.01, 0.95))
                .containsEntry("graph_bytes", 7);
    }

    @Test
    void shouldSayWhatIsPromisedAndWhenThatIsAnApproximation() {
        String exact =
                "A score above 99.0000 is an alarm. Of good parts like these at most 1 % raise one on average, and with 95 %"
                        + " confidence fewer than 2.98 %.";

        assertThat(FitFigures.summary(request(CalibrationMethod.SPLIT), fitted()))
                .isEqualTo(exact);
        assertThat(FitFigures.summary(request(CalibrationMethod.FOLDS), fitted()))
                .isEqualTo(exact + " With folds that is an approximation: evaluate states the realised rate.");
    }
}
