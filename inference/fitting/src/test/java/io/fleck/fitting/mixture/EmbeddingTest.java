package io.fleck.fitting.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.fleck.fitting.fit.FitException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EmbeddingTest {
    /** The first two values vary together and on different scales, the third on its own, the fourth never. */
    private static List<float[]> latents() {
        Random random = new Random(3);
        List<float[]> latents = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            double common = random.nextGaussian();
            latents.add(
                    new float[] {(float) (5 + 100 * common), (float) (0.01 * common), (float) random.nextGaussian(), 7
                    });
        }
        return latents;
    }

    @Test
    void shouldFindTheDirectionThatStandardisedValuesShare() {
        List<float[]> latents = latents();
        Embedding embedding = Embedding.of(latents, 2);
        assertThat(embedding.size()).isEqualTo(2);
        double[] squares = new double[2];
        double cross = 0;
        for (float[] latent : latents) {
            double[] point = embedding.apply(latent);
            squares[0] += point[0] * point[0] / latents.size();
            squares[1] += point[1] * point[1] / latents.size();
            cross += point[0] * point[1] / latents.size();
        }
        assertThat(squares[0]).as("two standardised values as one").isCloseTo(2, within(0.01));
        assertThat(squares[1]).isCloseTo(1, within(0.01));
        assertThat(cross).isCloseTo(0, within(0.01));
    }

    @Test
    void shouldNotBreakOnAValueThatNeverVaries() {
        Embedding embedding = Embedding.of(latents(), 4);
        for (double value : embedding.apply(new float[] {5, 0, 0, 7})) {
            assertThat(value).isFinite();
        }
    }

    @Test
    void shouldRefuseMoreComponentsThanValues() {
        assertThatExceptionOfType(FitException.class)
                .isThrownBy(() -> Embedding.of(latents(), 5))
                .withMessageContaining("5 components of 2000 latents of 4 values");
    }
}
