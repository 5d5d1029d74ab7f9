package io.fleck.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BetaBinomialTest {
    @Test
    void shouldGiveTheQuantilesOfASmallLaw() {
        // n = 2, Beta(2, 1): P(0) = 1/6, P(1) = 2/6, P(2) = 3/6.
        BetaBinomial law = new BetaBinomial(2, 2, 1);

        assertThat(law.quantile(0.16)).isZero();
        assertThat(law.quantile(0.17)).isEqualTo(1);
        assertThat(law.quantile(0.49)).isEqualTo(1);
        assertThat(law.quantile(0.51)).isEqualTo(2);
        assertThat(law.quantile(0.999999)).isEqualTo(2);
    }

    @Test
    void shouldAgreeWithPolyasUrn() {
        // Draw from 3 red and 5 black balls, each put back with one more of its colour: Beta-binomial(40; 3, 5).
        Random random = new Random(11);
        int[] red = new int[40_000];
        for (int run = 0; run < red.length; run++) {
            for (int draw = 0; draw < 40; draw++) {
                red[run] += random.nextInt(8 + draw) < 3 + red[run] ? 1 : 0;
            }
        }
        Arrays.sort(red);
        BetaBinomial law = new BetaBinomial(40, 3, 5);

        for (double p : new double[] {0.1, 0.5, 0.9, 0.99}) {
            assertThat(law.quantile(p)).as("quantile %s", p).isBetween(at(red, p - 0.006), at(red, p + 0.006));
        }
    }

    private static int at(int[] sorted, double p) {
        return sorted[(int) (p * sorted.length)];
    }

    @Test
    void shouldStayFiniteForLargeCounts() {
        int quantile = new BetaBinomial(1_000_000, 10, 990).quantile(0.999);

        // The Beta(10, 990) law's own 0.999 quantile is near 0.0227.
        assertThat(quantile).isBetween(21_500, 24_000);
    }

    @Test
    void shouldRefuseWhatIsNoLaw() {
        assertThatThrownBy(() -> new BetaBinomial(-1, 1, 1)).hasMessageContaining("-1 draws");
        assertThatThrownBy(() -> new BetaBinomial(1, 0, 1)).hasMessageContaining("alpha 0.0");
    }
}
