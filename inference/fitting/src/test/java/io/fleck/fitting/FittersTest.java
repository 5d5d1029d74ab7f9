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
        float[] maps;
        float[] scores;
        try (GraphRun run = new GraphRun(graph.toBytes(), 3)) {
            run.fill(bytes -> unseen.forEach(image -> {
                        bytes.asFloatBuffer().put(image);
                        bytes.position(bytes.position() + image.length * Float.BYTES);
                    }))
                    .run();
            maps = run.output(FittedDetector.MAP);
            scores = run.output(FittedDetector.SCORE);
            assertThat(run.engine().spec().output(FittedDetector.MAP).item()).containsExactly(3, 5);
        }
        for (int picture = 0; picture < 3; picture++) {
            ScoreMap expected = detector.map(unseen.get(picture));
            assertThat((double) scores[picture])
                    .as("score of picture %s", picture)
                    .isCloseTo(detector.score(unseen.get(picture)), within(1e-3));
            for (int site = 0; site < GRID.sites(); site++) {
                assertThat(maps[picture * GRID.sites() + site])
                        .as("picture %s, site %s", picture, site)
                        .isCloseTo(expected.scores()[site], within(1e-3f));
            }
        }
        assertThat(graph.portabilityProblems()).isEmpty();
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
            strange[i] = -strange[i] - 10;
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
