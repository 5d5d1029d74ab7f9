package io.fleck.core.wafer.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.fleck.core.model.WaferSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LatentSpaceTest {
    private final LatentSpace space = Spaces.space();

    @Test
    void shouldPlaceAWaferAndAMeanAlike() {
        assertThat(space.place(Spaces.latent(3, -2))).containsExactly(new double[] {3, -2}, within(1e-5));
        assertThat(space.place(Spaces.mean(3, -2))).containsExactly(space.place(Spaces.latent(3, -2)), within(1e-9));
        assertThat(space.size()).isEqualTo(2);
    }

    @Test
    void shouldMeasureTheDistanceToTheNearestKnownClass() {
        assertThat(space.squaredToKnown(new double[] {7, 4})).isCloseTo(25, within(1e-9));
    }

    @Test
    void shouldSayHowOftenKnownWafersAreRejectedThere() {
        assertThat(space.falseRejects(new double[] {0, -4})).isBetween(0.015, 0.022);
        assertThat(space.falseRejects(new double[] {0, 40}))
                .as("none of 1,000 was")
                .isCloseTo(1 / 1001.0, within(1e-12));
    }

    @Test
    void shouldRefuseAnEmbeddingOfAnotherModel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> space.place(new float[3]))
                .withMessage("an embedding of 3 values; this model's have 2");
        assertThatIllegalArgumentException().isThrownBy(() -> space.place(List.of(1f)));
    }

    @Test
    void shouldBeAbsentWhereTheModelHasNone() {
        WaferSettings older =
                new WaferSettings(List.of("A", "B"), 48, 1, 0.05, List.of(List.of(1.0)), Map.of("A", List.of(1.0)));
        assertThat(LatentSpace.of(older)).isEmpty();
    }
}
