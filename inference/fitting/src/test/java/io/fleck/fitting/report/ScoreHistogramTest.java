package io.fleck.fitting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class ScoreHistogramTest {
    private static Document page(ScoreHistogram histogram) {
        return Pages.parse(Page.of("t", histogram.svg()));
    }

    @Test
    void shouldCountEachKindInSharesOfItsOwn() {
        ScoreHistogram histogram =
                new ScoreHistogram(new double[] {0, 0, 0, 39.9}, new double[] {40}, OptionalDouble.of(20));
        double[] shares = histogram.shares(new double[] {0, 0, 0, 39.9});

        assertThat(shares[0]).isCloseTo(0.75, within(1e-12));
        assertThat(shares[39]).isCloseTo(0.25, within(1e-12));
        assertThat(Arrays.stream(histogram.shares(new double[] {40})).sum())
                .as("the highest score is in the last bin")
                .isEqualTo(1);
    }

    @Test
    void shouldShowTheThresholdEvenWhereNoScoreReachesIt() {
        Document page = page(new ScoreHistogram(new double[] {1, 2}, new double[] {3}, OptionalDouble.of(9)));

        assertThat(Pages.texts(page, "note")).containsExactly("threshold 9");
        assertThat(Pages.texts(page, "tick")).contains("8");
    }

    @Test
    void shouldDrawOneKindAlone() {
        Document page = page(new ScoreHistogram(new double[] {1, 2}, new double[0], OptionalDouble.empty()));

        assertThat(Pages.texts(page, "line-good")).hasSize(1);
        assertThat(Pages.texts(page, "line-defect")).isEmpty();
        assertThat(Pages.texts(page, "marker")).isEmpty();
    }

    @Test
    void shouldSayThatTheAxisIsLogarithmic() {
        Document page = page(new ScoreHistogram(new double[] {1, 2}, new double[] {3000}, OptionalDouble.of(5)));

        assertThat(Pages.texts(page, "axis-label")).contains("Score (logarithmic)");
    }

    @Test
    void shouldSurviveScoresThatAreAllEqual() {
        Document page = page(new ScoreHistogram(new double[] {5, 5}, new double[] {5}, OptionalDouble.of(5)));

        assertThat(Pages.attribute(page, "path", "d")).doesNotContain("NaN").doesNotContain("\u221e");
    }
}
