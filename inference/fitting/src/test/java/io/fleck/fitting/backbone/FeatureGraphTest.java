package io.fleck.fitting.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fleck.core.detect.BilinearMap;
import io.fleck.core.detect.ScoreMap;
import io.fleck.core.engine.EngineProvider;
import io.fleck.core.engine.Engines;
import io.fleck.fitting.data.LabelledImage;
import io.fleck.fitting.frames.Pictures;
import io.fleck.fitting.parallel.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureGraphTest {
    private final EngineProvider engine = Engines.select("onnxruntime");
    private final Workers workers = new Workers(2);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        workers.close();
    }

    private FeatureGraph tiny(Grid grid, String... taps) throws IOException {
        Path file = Files.write(folder.resolve("tiny.onnx"), TinyBackbone.bytes());
        return FeatureGraph.of(Backbone.load(file, List.of(taps)), grid, engine, workers);
    }

    @ParameterizedTest(name = "grid {0} x {1}")
    @CsvSource({"8, 12", "4, 6", "16, 24", "3, 5", "7, 11", "1, 1", "13, 9", "5, 7"})
    void shouldAverageNeighboursBringTapsToTheGridAndJoinThem(int rows, int columns) throws Exception {
        Random random = new Random(7);
        int[] levels = random.ints(8 * 12, 0, 256).toArray();
        LabelledImage image = Pictures.grey(folder, "p", 12, 8, (x, y) -> levels[y * 12 + x]);
        Grid grid = new Grid(rows, columns);
        FeatureGraph graph = tiny(grid, "fine", "coarse");
        Features features = extract(graph, List.of(image));

        assertThat(graph.channels()).isEqualTo(6);
        float[] fine = expected(levels, 12, grid);
        float[] coarse = expected(halved(levels), 6, grid);
        for (int channel = 0; channel < 6; channel++) {
            for (int site = 0; site < grid.sites(); site++) {
                assertThat(features.images().get(0)[channel * grid.sites() + site])
                        .as("channel %s, site %s", channel, site)
                        .isCloseTo(channel < 3 ? fine[site] : coarse[site], within(1e-3f));
            }
        }
    }

    private Features extract(FeatureGraph graph, List<LabelledImage> images) throws InterruptedException {
        try (FeatureExtractor extractor = new FeatureExtractor(graph, engine, workers)) {
            return extractor.extract(images, () -> {});
        }
    }

    private static int[] halved(int[] levels) {
        int[] sums = new int[24];
        for (int i = 0; i < levels.length; i++) {
            sums[i / 12 / 2 * 6 + i % 12 / 2] += levels[i];
        }
        return sums;
    }

    /** Zeros beyond the edge count in the mean of nine; sums of four instead of levels when halved. */
    private static float[] expected(int[] levels, int width, Grid grid) {
        int height = levels.length / width;
        float[] pooled = new float[levels.length];
        double unit = width == 6 ? 36 : 9;
        for (int i = 0; i < levels.length; i++) {
            double sum = 0;
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int y = i / width + dy;
                    int x = i % width + dx;
                    sum += y < 0 || x < 0 || y >= height || x >= width ? 0 : levels[y * width + x];
                }
            }
            pooled[i] = (float) (sum / unit);
        }
        return new BilinearMap(new ScoreMap(width, height, pooled), grid.columns(), grid.rows())
                .whole()
                .scores();
    }

    @Test
    void shouldKnowTheShippedBackbonesShape() {
        FeatureGraph graph = FeatureGraph.of(Backbone.shipped(), new Grid(16, 16), engine, workers);

        assertThat(graph.channels()).isEqualTo(40 + 80 + 112 + 192);
        assertThat(graph.input()).isEqualTo(new FeatureGraph.FrameInput("frames", 256, 256));
        assertThat(graph.build().outputs()).containsExactly(FeatureGraph.FEATURES);
        assertThat(graph.build().portabilityProblems()).isEmpty();
    }

    @Test
    void shouldKeepTheOrderOfThePicturesAndReportEach() throws Exception {
        List<LabelledImage> images = java.util.stream.IntStream.range(0, 20)
                .mapToObj(i -> Pictures.grey(folder, "p" + i, 12, 8, (x, y) -> 10 * i))
                .toList();
        AtomicInteger steps = new AtomicInteger();
        FeatureGraph graph = tiny(new Grid(4, 6), "coarse");
        try (FeatureExtractor extractor = new FeatureExtractor(graph, engine, workers)) {
            Features features = extractor.extract(images, steps::incrementAndGet);

            assertThat(features.size()).isEqualTo(20);
            for (int i = 0; i < 20; i++) {
                assertThat(features.images().get(i)[7])
                        .as("inner site of picture %s", i)
                        .isEqualTo(10f * i);
            }
        }
        assertThat(steps).hasValue(20);
    }

    @Test
    void shouldSayHowMuchMemoryIsMissing() {
        assertThatThrownBy(() -> FeatureExtractor.requireMemory(900L << 20, 2000, 1500L << 20))
                .isInstanceOf(BackboneException.class)
                .hasMessage("the features of 2000 pictures need a heap of 1800 MiB, there are 1500;"
                        + " fit fewer pictures, or set FLECK_JAVA_OPTS=-Xmx2250m");
        FeatureExtractor.requireMemory(700L << 20, 2000, 1500L << 20);
    }

    @Test
    void shouldRefuseTapsThatAreNoFeatureMaps() throws IOException {
        assertThatThrownBy(() -> tiny(new Grid(2, 2), "frames")).isInstanceOf(BackboneException.class);
        assertThatThrownBy(() -> new Grid(0, 4)).hasMessageContaining("0 x 4");
        assertThatThrownBy(() -> new Grid(4, 300)).hasMessageContaining("1 to 256");
        assertThatThrownBy(() -> new Features(2, new Grid(2, 2), List.of(new float[7])))
                .hasMessageContaining("7 values");
    }
}
