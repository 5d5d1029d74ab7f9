package io.fleck.fitting.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fleck.fitting.backbone.FeatureGraph;
import io.fleck.fitting.backbone.Features;
import io.fleck.fitting.backbone.Grid;
import io.fleck.fitting.fit.FitException;
import io.fleck.fitting.fit.FittedDetector;
import io.fleck.fitting.fit.RandomFeatures;
import io.fleck.fitting.onnx.ElementType;
import io.fleck.fitting.onnx.GraphRun;
import io.fleck.fitting.onnx.OnnxGraph;
import io.fleck.fitting.parallel.Workers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryFitterTest {
    private static final int CHANNELS = 6;
    private static final Grid GRID = new Grid(4, 6);

    private final MemoryFitter fitter = new MemoryFitter();
    private final Workers workers = new Workers(2);

    @AfterEach
    void close() {
        workers.close();
    }

    private FittedDetector fit(Features features, Map<String, String> settings) throws InterruptedException {
        int[] all = IntStream.range(0, features.size()).toArray();
        return fitter.configure(settings)
                .prepare(features, List.of(all), workers)
                .fit(Set.of(0));
    }

    /** The columns of a picture in opposite order: the part lies the other way round. */
    private static float[] mirrored(float[] image) {
        float[] mirrored = new float[image.length];
        for (int i = 0; i < image.length; i++) {
            int column = i % GRID.columns();
            mirrored[i + GRID.columns() - 1 - 2 * column] = image[i];
        }
        return mirrored;
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "bank, 0",
        "bank, 50001",
        "bank, many",
        "components, 0",
        "candidates, 0",
        "candidates, -3",
        "whitening, 1.1",
        "context, -1"
    })
    void shouldRefuseSettingsOutOfRange(String name, String value) {
        assertThatThrownBy(() -> fitter.configure(Map.of(name, value)))
                .isInstanceOf(FitException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(value);
    }

    @Test
    void shouldScoreWhatItRemembersWithNextToNothing() throws InterruptedException {
        Features features = RandomFeatures.of(5, CHANNELS, GRID, 1);
        FittedDetector detector = fit(features, Map.of());
        double unseen =
                detector.score(RandomFeatures.of(1, CHANNELS, GRID, 30).images().get(0));

        for (float[] image : features.images()) {
            assertThat(detector.score(image)).isLessThan(0.2 * unseen);
        }
    }

    @Test
    void shouldWriteAGraphThatAgreesOnWhatItRemembersToo() throws InterruptedException {
        Features features = RandomFeatures.of(5, CHANNELS, GRID, 7);
        FittedDetector detector = fit(features, Map.of());
        OnnxGraph graph = OnnxGraph.empty("memory");
        graph.input(FeatureGraph.FEATURES, ElementType.FLOAT32, CHANNELS, GRID.rows(), GRID.columns());
        detector.appendTo(graph);
        try (GraphRun run = new GraphRun(graph.toBytes(), 1)) {
            for (float[] image : features.images()) {
                double score = detector.score(image);
                assertThat((double) run.fill(image).run().output(FittedDetector.SCORE)[0])
                        .isCloseTo(score, within(1e-3 * score));
            }
        }
    }

    @Test
    void shouldNotCareWhereASiteLies() throws InterruptedException {
        Features features = RandomFeatures.of(30, CHANNELS, GRID, 2);
        FittedDetector detector = fit(features, Map.of("bank", "100"));
        float[] image = RandomFeatures.of(1, CHANNELS, GRID, 9).images().get(0);

        assertThat(detector.score(mirrored(image))).isCloseTo(detector.score(image), within(1e-5));
        assertThat(mirrored(detector.map(mirrored(image)).scores()))
                .containsExactly(detector.map(image).scores(), within(1e-5f));
    }

    @Test
    void shouldNeverScoreHigherForRememberingMore() throws InterruptedException {
        Features features = RandomFeatures.of(40, CHANNELS, GRID, 3);
        FittedDetector few = fit(features, Map.of("bank", "20"));
        FittedDetector many = fit(features, Map.of("bank", "300"));
        for (float[] image : RandomFeatures.of(5, CHANNELS, GRID, 10).images()) {
            float[] fewer = few.map(image).scores();
            float[] more = many.map(image).scores();
            for (int site = 0; site < fewer.length; site++) {
                assertThat(more[site]).as("site %s", site).isLessThanOrEqualTo(fewer[site] + 1e-5f);
            }
        }
    }

    @Test
    void shouldMeasureInDeviationsWhateverTheUnitOfAChannel() throws InterruptedException {
        Features features = RandomFeatures.of(30, CHANNELS, GRID, 4);
        float[] image = RandomFeatures.of(1, CHANNELS, GRID, 11).images().get(0);
        Features stretched = new Features(
                CHANNELS,
                GRID,
                features.images().stream().map(MemoryFitterTest::stretched).toList());

        assertThat(fit(stretched, Map.of("whitening", "1")).score(stretched(image)))
                .isCloseTo(fit(features, Map.of("whitening", "1")).score(image), within(1e-3));
    }

    /** The third channel in a unit a thousand times smaller. */
    private static float[] stretched(float[] image) {
        float[] stretched = image.clone();
        for (int i = 2 * GRID.sites(); i < 3 * GRID.sites(); i++) {
            stretched[i] *= 1000;
        }
        return stretched;
    }

    @Test
    void shouldSpreadADefectOverItsNeighboursOnly() throws InterruptedException {
        FittedDetector detector = fit(RandomFeatures.of(30, CHANNELS, GRID, 5), Map.of("context", "0"));
        float[] image = RandomFeatures.of(1, CHANNELS, GRID, 12).images().get(0);
        float[] before = detector.map(image).scores();
        for (int channel = 0; channel < CHANNELS; channel++) {
            image[channel * GRID.sites()] += 100;
        }
        float[] after = detector.map(image).scores();

        for (int site = 0; site < GRID.sites(); site++) {
            boolean near = site / GRID.columns() <= 1 && site % GRID.columns() <= 1;
            assertThat(after[site] > before[site] + 1).as("site %s", site).isEqualTo(near);
        }
    }

    @Test
    void shouldAddThePicturesMeanDistanceToEverySite() throws InterruptedException {
        Features features = RandomFeatures.of(30, CHANNELS, GRID, 6);
        float[] image = RandomFeatures.of(1, CHANNELS, GRID, 13).images().get(0);
        float[] alone = fit(features, Map.of("context", "0")).map(image).scores();
        float[] with = fit(features, Map.of("context", "2")).map(image).scores();
        double sum = 0;
        for (float site : alone) {
            sum += site;
        }
        for (int site = 0; site < alone.length; site++) {
            assertThat((double) with[site] - alone[site])
                    .as("site %s", site)
                    .isCloseTo(2 * sum / alone.length, within(1e-4));
        }
    }

    @Test
    void shouldRefuseToFitOnNothing() {
        assertThatThrownBy(() -> fitter.configure(Map.of())
                        .prepare(RandomFeatures.of(1, CHANNELS, GRID, 1), List.of(new int[0]), workers)
                        .fit(Set.of(0)))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("at least 1");
    }
}
