package io.fleck.fitting.evaluation;

import static io.fleck.fitting.evaluation.Evaluations.scored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fleck.fitting.evaluation.ImageQuality.DefectQuality;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ImageQualityTest {
    @Test
    void shouldRankImagesByTheirScores() {
        ImageQuality quality = ImageQuality.of(
                List.of(scored("good", 1), scored("good", 20), scored("crack", 10), scored("crack", 30)));

        assertThat(quality.auroc().orElseThrow())
                .as("3 of 4 pairs are in order")
                .isCloseTo(0.75, within(1e-12));
        // Recall 0.5 at precision 1, then 1 at precision 2/3.
        assertThat(quality.averagePrecision().orElseThrow()).isCloseTo(0.5 + 0.5 * 2 / 3, within(1e-12));
        assertThat(quality.good()).isEqualTo(2);
        assertThat(quality.defective()).isEqualTo(2);
        assertThat(quality.detected()).as("defects above 18").isEqualTo(1);
        assertThat(quality.roc().points()).hasSize(5);
    }

    @Test
    void shouldCompareEachDefectWithAllGoodImages() {
        ImageQuality quality = ImageQuality.of(List.of(
                scored("good", 5), scored("good", 15), scored("stain", 10), scored("crack", 19), scored("crack", 1)));

        assertThat(quality.defects())
                .containsExactly(
                        new DefectQuality("crack", 2, 1, OptionalDouble.of(0.5)),
                        new DefectQuality("stain", 1, 0, OptionalDouble.of(0.5)));
    }

    @Test
    void shouldHaveNoFigureWithoutDefects() {
        ImageQuality quality = ImageQuality.of(List.of(scored("good", 5)));

        assertThat(quality.auroc()).isEmpty();
        assertThat(quality.averagePrecision()).isEmpty();
        assertThat(quality.roc().points()).isEmpty();
        assertThat(quality.defects()).isEmpty();
    }

    @Test
    void shouldHaveNoFigureWithoutGoodImages() {
        ImageQuality quality = ImageQuality.of(List.of(scored("crack", 5)));

        assertThat(quality.auroc()).isEmpty();
        assertThat(quality.defects()).containsExactly(new DefectQuality("crack", 1, 0, OptionalDouble.empty()));
    }
}
