package io.fleck.fitting.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.core.detect.Region;
import io.fleck.core.image.Image;
import io.fleck.core.image.Rectangle;
import io.fleck.core.inspect.InspectionOutcome;
import io.fleck.core.inspect.StageTimings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class InspectedImageTest {
    private static final Region REGION = new Region(new Rectangle(1, 2, 3, 4), 9, 30, 25, List.of());

    private static InspectedImage image(double score, double threshold, OptionalDouble pValue, Region... regions) {
        InspectionOutcome outcome = new InspectionOutcome(
                new Image(1, 1, 1, new byte[1]),
                score,
                threshold,
                pValue,
                null,
                null,
                List.of(regions),
                new StageTimings(0, 0, 0, 0, 0));
        return new InspectedImage(Path.of("a/b.png"), outcome, null);
    }

    @Test
    void shouldCallAScoreAboveTheThresholdAnAnomaly() {
        InspectedImage anomaly = image(30, 20, OptionalDouble.of(0.005), REGION);

        assertThat(anomaly.line())
                .isEqualTo(Path.of("a/b.png") + "  ANOMALY  score 30.00  threshold 20.00  p 0.005000  regions 1");
        assertThat(anomaly.figures())
                .containsEntry("verdict", "ANOMALY")
                .containsEntry("score", 30.0)
                .containsEntry("threshold", 20.0)
                .containsEntry("p_value", 0.005)
                .containsEntry(
                        "regions",
                        List.of(Map.of("x", 1, "y", 2, "width", 3, "height", 4, "area", 9L, "peak_score", 30.0)))
                .doesNotContainKey("overlay");
    }

    @Test
    void shouldCallAScoreAtTheThresholdGood() {
        assertThat(image(20, 20, OptionalDouble.of(0.01)).figures()).containsEntry("verdict", "OK");
    }

    @Test
    void shouldGiveNoVerdictWithoutThreshold() {
        InspectedImage unknown = image(20, Double.POSITIVE_INFINITY, OptionalDouble.empty());

        assertThat(unknown.line()).isEqualTo(Path.of("a/b.png") + "  UNKNOWN  score 20.00  regions 0");
        assertThat(unknown.figures()).containsOnlyKeys("file", "verdict", "score", "regions");
    }
}
