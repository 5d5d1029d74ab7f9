package io.fleck.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fleck.core.detect.ScoreMap;
import io.fleck.fitting.backbone.FeatureGraph;
import io.fleck.fitting.backbone.Features;
import io.fleck.fitting.backbone.Grid;
import io.fleck.fitting.fit.FitException;
import io.fleck.fitting.fit.FittedDetector;
import io.fleck.fitting.fit.Fitter;
import io.fleck.fitting.fit.RandomFeatures;
import io.fleck.fitting.onnx.ElementType;
import io.fleck.fitting.onnx.GraphRun;
import io.fleck.fitting.onnx.OnnxGraph;
import io.fleck.fitting.parallel.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every fitter promises, checked for every one that is registered. */
class FittersTest {
    private static final Grid GRID = new Grid(3, 5);
    private static final int CHANNELS = 200;

    /** Of the picture's score. */
    private static final double TOLERANCE = 1e-4;

    static Stream<Fitter> fitters() {
        return Fitters.all().stream();
    }

    private static FittedDetector fitted(Fitter fitter, Features features, int threads) throws InterruptedException {
        int[] all = IntStream.range(0, features.size()).toArray();
        try (Workers workers = new Workers(threads)) {
            return fitter.configure(Map.of())
                    .prepare(features, List.of(all), workers)
                    .fit(Set.of(0));
        }
    }

    private static OnnxGraph written(FittedDetector detector) {
        OnnxGraph graph = OnnxGraph.empty("head");
        graph.input(FeatureGraph.FEATURES, ElementType.FLOAT32, CHANNELS, GRID.rows(), GRID.columns());
        detector.appendTo(graph);
        return graph;
    }

    @ParameterizedTest
    @MethodSource("fitters")
    void shouldWriteAGraphThatScoresAsTheDetectorDoes(Fitter fitter) throws InterruptedException {
        FittedDetector detector = fitted(fitter, RandomFeatures.of(40, CHANNELS, GRID, 1), 2);
        List<float[]> unseen = RandomFeatures.of(3, CHANNELS, GRID, 99).images();
        OnnxGraph graph = written(detector);
        Outputs outputs = run(graph, unseen);
        for (int picture = 0; picture < 3; picture++) {
            ScoreMap expected = detector.map(unseen.get(picture));
            double score = detector.score(unseen.get(picture));
            double tolerance = TOLERANCE * Math.abs(score);
            assertThat((double) outputs.scores()[picture])
                    .as("score of picture %s", picture)
                    .isCloseTo(score, within(tolerance));
            for (int site = 0; site < GRID.sites(); site++) {
                assertThat((double) outputs.maps()[picture * GRID.sites() + site])
                        .as("picture %s, site %s", picture, site)
                        .isCloseTo(expected.scores()[site], within(tolerance));
            }
        }
        assertThat(graph.portabilityProblems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("fitters")
    void shouldScoreAPictureInABatchAsAlone(Fitter fitter) throws InterruptedException {
        OnnxGraph graph = written(fitted(fitter, RandomFeatures.of(40, CHANNELS, GRID, 1), 2));
        List<float[]> unseen = RandomFeatures.of(3, CHANNELS, GRID, 98).images();
        Outputs together = run(graph, unseen);
        for (int picture = 0; picture < 3; picture++) {
            Outputs alone = run(graph, unseen.subList(picture, picture + 1));
            float score = alone.scores()[0];
            assertThat(together.scores()[picture])
                    .as("score of picture %s", picture)
                    .isCloseTo(score, within(1e-5f * Math.abs(score)));
            assertThat(together.map(picture))
                    .as("map of picture %s", picture)
                    .containsExactly(alone.map(0), within(1e-5f * Math.abs(score)));
        }
    }

    @ParameterizedTest
    @MethodSource("fitters")
    void shouldScoreAPictureWithItsHighestSite(Fitter fitter) throws InterruptedException {
        OnnxGraph graph = written(fitted(fitter, RandomFeatures.of(40, CHANNELS, GRID, 1), 2));
        Outputs outputs = run(graph, RandomFeatures.of(3, CHANNELS, GRID, 97).images());
        for (int picture = 0; picture < 3; picture++) {
            float[] map = outputs.map(picture);
            double highest = IntStream.range(0, map.length)
                    .mapToDouble(i -> map[i])
                    .max()
                    .orElseThrow();
            assertThat((double) outputs.scores()[picture])
                    .as("score of picture %s", picture)
                    .isEqualTo(highest);
        }
    }

    /** What a graph gives for some pictures. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Outputs(float[] scores, float[] maps) {
        float[] map(int picture) {
            return Arrays.copyOfRange(maps, picture * GRID.sites(), (picture + 1) * GRID.sites());
        }
    }

    private static Outputs run(OnnxGraph graph, List<float[]> pictures) {
        try (GraphRun run = new GraphRun(graph.toBytes(), pictures.size())) {
            run.fill(bytes -> pictures.forEach(image -> {
                        bytes.asFloatBuffer().put(image);
                        bytes.position(bytes.position() + image.length * Float.BYTES);
                    }))
                    .run();
            assertThat(run.engine().spec().output(FittedDetector.MAP).item()).containsExactly(3, 5);
            return new Outputs(run.output(FittedDetector.SCORE), run.output(FittedDetector.MAP));
        }
    }

    @ParameterizedTest
    @MethodSource("fitters")
    void shouldRepeatByteForByteOnAnyNumberOfThreads(Fitter fitter) throws InterruptedException {
        Features features = RandomFeatures.of(33, CHANNELS, GRID, 5);

        assertThat(written(fitted(fitter, features, 4)).toBytes())
                .isEqualTo(written(fitted(fitter, features, 1)).toBytes());
    }

    @ParameterizedTest
    @MethodSource("fitters")
    void shouldScoreWhatIsUnlikeTheGoodPicturesHigher(Fitter fitter) throws InterruptedException {
        Features features = RandomFeatures.of(60, CHANNELS, GRID, 6);
        FittedDetector detector = fitted(fitter, features, 2);
        float[] strange = RandomFeatures.of(1, CHANNELS, GRID, 77).images().get(0);
        double usual = detector.score(strange);
        for (int i = 4; i < strange.length; i += GRID.sites()) {
            strange[i] = -strange[i] - 200;
        }

        assertThat(detector.score(strange)).isGreaterThan(2 * usual);
    }

    @ParameterizedTest
    @MethodSource("fitters")
    void shouldAcceptItsOwnDefaultsAndSayThemAll(Fitter fitter) {
        Map<String, String> settings = fitter.configure(Map.of()).settings();

        assertThat(fitter.settings()).isNotEmpty().allSatisfy(setting -> {
            assertThat(settings).containsEntry(setting.name(), setting.defaultValue());
            assertThat(setting.description()).isNotBlank();
            fitter.configure(Map.of(setting.name(), setting.defaultValue()));
        });
        assertThat(settings).hasSameSizeAs(fitter.settings());
        assertThat(fitter.configure(Map.of()).detector()).isEqualTo(fitter.name());
    }

    @Test
    void shouldFindFittersByNames() {
        assertThat(fitters().map(Fitter::name)).doesNotHaveDuplicates();
        assertThat(Fitters.named("gaussian")).isSameAs(Fitters.all().get(0));
        assertThatThrownBy(() -> Fitters.named("oracle"))
                .isInstanceOf(FitException.class)
                .hasMessageStartingWith("detector 'oracle'; allowed are [gaussian");
    }
}
