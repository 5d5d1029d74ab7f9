package io.fleck.fitting.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.fitting.backbone.Features;
import io.fleck.fitting.backbone.Grid;
import io.fleck.fitting.fit.FitException;
import io.fleck.fitting.fit.FittedDetector;
import io.fleck.fitting.fit.RandomFeatures;
import io.fleck.fitting.fit.Recipe;
import io.fleck.fitting.parallel.Workers;
import java.util.Map;
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
                        Map.entry("components", "150"),
                        Map.entry("shrinkage", "0.01"),
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
        "constants, int8"
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
            assertThatThrownBy(() -> recipe.prepare(features, workers))
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
                    .prepare(features, workers)
                    .fit(IntStream.range(0, 60).toArray());
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
    void shouldFitAPartAsIfTheOtherPicturesDidNotExist() throws InterruptedException {
        Grid grid = new Grid(2, 2);
        Features all = RandomFeatures.of(50, 5, grid, 8);
        int[] most = IntStream.range(0, 40).toArray();
        int[] few = IntStream.range(0, 12).toArray();
        Recipe recipe = fitter.configure(Map.of("components", "3"));
        try (Workers workers = new Workers(2)) {
            for (int[] part : new int[][] {most, few}) {
                Features alone = all.subset(IntStream.of(part));
                float[] picture = all.images().get(45);
                float[] among =
                        recipe.prepare(all, workers).fit(part).map(picture).scores();
                float[] without = recipe.prepare(alone, workers)
                        .fit(IntStream.range(0, part.length).toArray())
                        .map(picture)
                        .scores();
                for (int site = 0; site < among.length; site++) {
                    assertThat(among[site])
                            .as("site %s fitted on %s", site, part.length)
                            .isCloseTo(without[site], org.assertj.core.api.Assertions.within(1e-4f));
                }
            }
        }
    }

    @Test
    void shouldRefuseASinglePicture() throws InterruptedException {
        Features features = RandomFeatures.of(3, 200, new Grid(1, 1), 1);
        try (Workers workers = new Workers(1)) {
            assertThatThrownBy(() -> fitter.configure(Map.of())
                            .prepare(features, workers)
                            .fit(new int[] {0}))
                    .isInstanceOf(FitException.class)
                    .hasMessageContaining("at least 2");
        }
    }
}
