package io.fleck.fitting.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fleck.fitting.backbone.Features;
import io.fleck.fitting.backbone.Grid;
import io.fleck.fitting.fit.FitException;
import io.fleck.fitting.fit.FittedDetector;
import io.fleck.fitting.fit.RandomFeatures;
import io.fleck.fitting.fit.Recipe;
import io.fleck.fitting.fit.Trainer;
import io.fleck.fitting.parallel.Workers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaussianFitterTest {
    private final GaussianFitter fitter = new GaussianFitter();

    @Test
    void shouldDefaultToTheMeasuredRecipe() {
        assertThat(fitter.configure(Map.of()).settings())
                .containsOnly(
                        Map.entry("subspace", "pca"),
                        Map.entry("components", "150"),
                        Map.entry("explained", "0.99"),
                        Map.entry("shrinkage", "0.01"),
                        Map.entry("context", "0"),
                        Map.entry("constants", "float32"));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "components, 0",
        "components, -1",
        "components, many",
        "shrinkage, 0",
        "shrinkage, 1.1",
        "shrinkage, NaN",
        "shrinkage, much",
        "constants, int8",
        "subspace, lda",
        "explained, 0",
        "explained, 1"
    })
    void shouldRefuseSettingsOutOfRange(String name, String value) {
        assertThatThrownBy(() -> fitter.configure(Map.of(name, value)))
                .isInstanceOf(FitException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(value);
    }

    @Test
    void shouldRefuseMoreComponentsThanChannels() {
        Recipe recipe = fitter.configure(Map.of("components", "7"));
        Features features = RandomFeatures.of(3, 6, new Grid(1, 1), 1);
        try (Workers workers = new Workers(1)) {
            assertThatThrownBy(() -> recipe.prepare(features, List.of(), workers))
                    .isInstanceOf(FitException.class)
                    .hasMessageContaining("1 to 6");
        }
    }

    @Test
    void shouldFindTheSiteThatIsUnlikeTheOthersAtThatSite() throws InterruptedException {
        Grid grid = new Grid(3, 4);
        Features features = RandomFeatures.of(60, 6, grid, 2);
        try (Workers workers = new Workers(2)) {
            FittedDetector detector = fitter.configure(Map.of("components", "4"))
                    .prepare(features, List.of(IntStream.range(0, 60).toArray()), workers)
                    .fit(Set.of(0));
            float[] image = features.images().get(0).clone();
            float before = detector.map(image).scores()[7];
            for (int channel = 0; channel < 6; channel++) {
                image[channel * 12 + 7] += 30;
            }
            float[] after = detector.map(image).scores();

            assertThat(after[7]).as("the changed site").isGreaterThan(before + 5);
            assertThat(detector.score(image))
                    .as("the picture's score is its highest site")
                    .isEqualTo(after[7]);
            assertThat(after[6])
                    .as("its neighbour")
                    .isEqualTo(detector.map(features.images().get(0)).scores()[6]);
        }
    }

    @Test
    void shouldFitPartsAsIfTheOtherPicturesDidNotExist() throws InterruptedException {
        Features all = RandomFeatures.of(50, 5, new Grid(2, 2), 8);
        int[] even = IntStream.range(0, 40).filter(i -> i % 2 == 0).toArray();
        int[] odd = IntStream.range(0, 40).filter(i -> i % 2 == 1).toArray();
        int[] rest = IntStream.range(40, 50).toArray();
        float[] picture = all.images().get(45);
        Recipe recipe = fitter.configure(Map.of("components", "3"));
        try (Workers workers = new Workers(2)) {
            Trainer trainer = recipe.prepare(all, List.of(even, rest, odd), workers);
            float[] withRest = trainer.fit(Set.of(0, 1, 2)).map(picture).scores();
            float[] among = trainer.fit(Set.of(2, 0)).map(picture).scores();
            Features alone = all.subset(IntStream.range(0, 40));
            int[] forty = IntStream.range(0, 40).toArray();
            float[] without = recipe.prepare(alone, List.of(forty), workers)
                    .fit(Set.of(0))
                    .map(picture)
                    .scores();

            assertThat(among).containsExactly(without, within(1e-4f));
            assertThat(withRest[0]).isNotCloseTo(without[0], within(1e-3f));
        }
    }

    @Test
    void shouldRefuseASinglePicture() throws InterruptedException {
        Features features = RandomFeatures.of(3, 200, new Grid(1, 1), 1);
        try (Workers workers = new Workers(1)) {
            assertThatThrownBy(() -> fitter.configure(Map.of())
                            .prepare(features, List.of(new int[] {0}), workers)
                            .fit(Set.of(0)))
                    .isInstanceOf(FitException.class)
                    .hasMessageContaining("at least 2");
        }
    }
}
