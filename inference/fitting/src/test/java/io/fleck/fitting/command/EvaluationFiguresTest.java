package io.fleck.fitting.command;

import static io.fleck.fitting.evaluation.Evaluations.scored;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.core.model.ModelManifest;
import io.fleck.fitting.evaluation.Evaluation;
import io.fleck.fitting.evaluation.Evaluations;
import io.fleck.fitting.evaluation.Quality;
import io.fleck.fitting.evaluation.ScoredImage;
import io.fleck.fitting.evaluation.UnreadableFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationFiguresTest {
    private static Map<String, Object> figures(ModelManifest model, ScoredImage... images) {
        Evaluation evaluation = new Evaluation(
                model, List.of(images), List.of(new UnreadableFile("x.png", "broken")), Duration.ofSeconds(4));
        return EvaluationFigures.of(evaluation, Quality.of(evaluation)).asMap();
    }

    @Test
    void shouldNameEveryFigureAsTheCommandLineDocumentsIt() {
        Map<String, Object> figures = figures(
                Evaluations.calibrated(),
                scored("good", 5),
                scored("good", 30),
                scored("crack", 20),
                scored("dent", 9));

        assertThat(figures)
                .containsEntry("image_auroc", 0.5)
                .containsEntry("false_alarm_rate", 0.5)
                .containsEntry("false_alarm_bound", 1.0)
                .containsEntry("false_alarms", 1)
                .containsEntry("detection_rate", 0.5)
                .containsEntry("threshold", 18.0)
                .containsEntry("images_per_second", 1.0)
                .containsEntry("good_images", 2)
                .containsEntry("defective_images", 2)
                .containsEntry("unreadable_files", 1L)
                .containsEntry("images_without_mask", 2)
                .containsEntry("auroc_by_defect", Map.of("crack", 0.5, "dent", 0.5))
                .containsKey("image_ap")
                .doesNotContainKeys("pixel_auroc", "pixel_aupro");
    }

    @Test
    void shouldLeaveOutWhatNeedsACalibration() {
        assertThat(figures(Evaluations.model(null), scored("good", 5), scored("crack", 20)))
                .containsEntry("image_auroc", 1.0)
                .doesNotContainKeys(
                        "false_alarm_rate", "false_alarm_bound", "false_alarms", "detection_rate", "threshold");
    }

    @Test
    void shouldLeaveOutWhatNeedsDefects() {
        assertThat(figures(Evaluations.calibrated(), scored("good", 5)))
                .containsKeys("false_alarm_rate", "threshold")
                .doesNotContainKeys("image_auroc", "image_ap", "detection_rate");
    }

    @Test
    void shouldTabulateDefects() {
        assertThat(table(Evaluations.calibrated(), scored("good", 5), scored("crack", 20), scored("crack", 3))
                        .lines()
                        .map(line -> line.strip().replaceAll("\\s+", " ")))
                .containsExactly("defect images image_auroc found", "crack 2 0.5000 1", "");
        assertThat(table(Evaluations.model(null), scored("crack", 20))
                        .lines()
                        .map(line -> line.strip().replaceAll("\\s+", " ")))
                .containsExactly("defect images image_auroc", "crack 1 -", "");
        assertThat(table(Evaluations.calibrated(), scored("good", 5))).isEmpty();
    }

    private static String table(ModelManifest model, ScoredImage... images) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DefectTable.print(
                Quality.of(Evaluations.of(model, List.of(images))), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
