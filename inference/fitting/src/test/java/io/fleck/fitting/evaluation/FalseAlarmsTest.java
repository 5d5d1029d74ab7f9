package io.fleck.fitting.evaluation;

import static io.fleck.fitting.evaluation.Evaluations.scored;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FalseAlarmsTest {
    private static List<ScoredImage> images(int quiet, int alarms) {
        List<ScoredImage> images = new ArrayList<>();
        for (int i = 0; i < quiet; i++) {
            images.add(scored("good", 18));
        }
        for (int i = 0; i < alarms; i++) {
            images.add(scored("good", 18.5 + i));
        }
        images.add(scored("crack", 100));
        return images;
    }

    private static FalseAlarms of(List<ScoredImage> images) {
        return FalseAlarms.of(Evaluations.of(Evaluations.calibrated(), images)).orElseThrow();
    }

    @Test
    void shouldCountGoodImagesAboveTheThresholdOnly() {
        FalseAlarms alarms = of(images(17, 3));

        assertThat(alarms.goodImages()).isEqualTo(20);
        assertThat(alarms.alarms())
                .as("a score of 18 is not above 18; a crack is no false alarm")
                .isEqualTo(3);
        assertThat(alarms.rate()).isEqualTo(0.15);
        assertThat(alarms.promised()).isEqualTo(0.1);
        assertThat(alarms.calibrationImages()).isEqualTo(19);
    }

    @Test
    void shouldBoundTheAlarmsByTheBetaBinomialLaw() {
        FalseAlarms alarms = of(images(20, 0));

        // m = 19, k = ceil(0.9 * 20) = 18: Beta-binomial(20; 2, 18), whose P(X <= x) is summed below in whole numbers.
        assertThat(alarms.most()).isEqualTo(quantile(20, 2, 18, 0.999));
        assertThat(alarms.bound()).isEqualTo(alarms.most() / 20.0);
        assertThat(alarms.withinBound()).isTrue();
        assertThat(of(images(0, 20)).withinBound()).as("20 alarms of 20").isFalse();
    }

    /** P(X = x) = C(n, x) B(x + a, n - x + b) / B(a, b), with the Beta function of whole numbers by factorials. */
    private static int quantile(int n, int a, int b, double p) {
        double cumulative = 0;
        for (int x = 0; x <= n; x++) {
            cumulative += Math.exp(logFactorial(n)
                    - logFactorial(x)
                    - logFactorial(n - x)
                    + logBeta(x + a, n - x + b)
                    - logBeta(a, b));
            if (cumulative >= p) {
                return x;
            }
        }
        return n;
    }

    private static double logBeta(int a, int b) {
        return logFactorial(a - 1) + logFactorial(b - 1) - logFactorial(a + b - 1);
    }

    private static double logFactorial(int n) {
        double sum = 0;
        for (int i = 2; i <= n; i++) {
            sum += Math.log(i);
        }
        return sum;
    }

    @Test
    void shouldCallTheBoundOfFoldsAnApproximation() {
        Evaluation folds = Evaluations.of(Evaluations.calibrated("folds"), images(17, 3));

        assertThat(FalseAlarms.of(folds).orElseThrow().exact()).isFalse();
        assertThat(of(images(17, 3)).exact()).isTrue();
    }

    @Test
    void shouldSayNothingOfAModelThatWasNeverCalibrated() {
        assertThat(FalseAlarms.of(Evaluations.of(Evaluations.model(null), images(3, 0))))
                .isEmpty();
    }

    @Test
    void shouldSayNothingWithoutGoodImages() {
        assertThat(FalseAlarms.of(Evaluations.of(Evaluations.calibrated(), List.of(scored("crack", 20)))))
                .isEmpty();
    }
}
