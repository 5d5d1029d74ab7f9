package io.fleck.fitting.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fleck.core.detect.ScoreMap;
import io.fleck.fitting.backbone.FeatureGraph;
import io.fleck.fitting.backbone.Features;
import io.fleck.fitting.backbone.Grid;
import io.fleck.fitting.fit.Ensemble;
import io.fleck.fitting.fit.FitException;
import io.fleck.fitting.fit.FittedDetector;
import io.fleck.fitting.fit.RandomFeatures;
import io.fleck.fitting.fit.Ranks;
import io.fleck.fitting.fit.Recipe;
import io.fleck.fitting.gaussian.GaussianFitter;
import io.fleck.fitting.memory.MemoryFitter;
import io.fleck.fitting.onnx.ElementType;
import io.fleck.fitting.onnx.GraphRun;
import io.fleck.fitting.onnx.OnnxGraph;
import io.fleck.fitting.parallel.Workers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlendFitterTest {
    private static final Grid GRID = new Grid(2, 3);
    private static final int CHANNELS = 5;

    private final BlendFitter fitter = new BlendFitter(List.of(new GaussianFitter(), new MemoryFitter()));
    private final Features features = RandomFeatures.of(30, CHANNELS, GRID, 1);
    private final float[] unseen =
            RandomFeatures.of(1, CHANNELS, GRID, 50).images().get(0);

    private Ensemble fit() throws InterruptedException {
        Recipe recipe = fitter.configure(Map.of("gaussian.components", "4", "memory.bank", "40"));
        int[] all = IntStream.range(0, features.size()).toArray();
        try (Workers workers = new Workers(2)) {
            return (Ensemble) recipe.prepare(features, List.of(all), workers).fit(Set.of(0));
        }
    }

    /** Ranks of both members among the pictures that were fitted on; good enough to have a scale. */
    private Ensemble ranked(Ensemble unranked) {
        return unranked.ranked(IntStream.range(0, 2)
                .mapToObj(member -> {
                    float[] scores = new float[features.size() * GRID.sites()];
                    for (int i = 0; i < features.size(); i++) {
                        float[] map = unranked.memberMaps(features.images().get(i))[member];
                        System.arraycopy(map, 0, scores, i * map.length, map.length);
                    }
                    return Ranks.of(scores);
                })
                .toList());
    }

    @Test
    void shouldSaySettingsOfItsMembers() {
        Map<String, String> settings = fitter.configure(Map.of("memory.bank", "77", "of", "memory,gaussian"))
                .settings();

        assertThat(settings)
                .containsEntry("of", "memory,gaussian")
                .containsEntry("memory.bank", "77")
                .containsEntry("gaussian.components", "150");
        assertThat(fitter.configure(Map.of()).ranks()).isTrue();
    }

    @ParameterizedTest(name = "of={0}")
    @CsvSource(
            delimiter = ';',
            value = {"gaussian", "gaussian,gaussian", "gaussian,blend", "gaussian,oracle", "''"})
    void shouldRefuseMembersThatMakeNoBlend(String of) {
        assertThatThrownBy(() -> fitter.configure(Map.of("of", of)))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("of '")
                .hasMessageContaining("[gaussian, memory]");
    }

    @Test
    void shouldRefuseAMembersSettingAsTheMemberDoes() {
        assertThatThrownBy(() -> fitter.configure(Map.of("memory.bank", "0")))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("bank 0");
    }

    @Test
    void shouldScoreASiteWithTheMeanOfItsRanks() throws InterruptedException {
        Ensemble plain = fit();
        float[][] maps = plain.memberMaps(unseen);
        Ranks tenfold = new Ranks(new float[] {0}, new float[] {10}, 1);
        float[] map = plain.ranked(List.of(Ranks.IDENTITY, tenfold)).map(unseen).scores();

        for (int site = 0; site < map.length; site++) {
            assertThat(map[site])
                    .as("site %s", site)
                    .isCloseTo((maps[0][site] + 10 * maps[1][site] + 1) / 2, within(1e-3f));
        }
    }

    @Test
    void shouldWriteItsRanksIntoTheGraph() throws InterruptedException {
        Ensemble detector = ranked(fit());
        OnnxGraph graph = OnnxGraph.empty("head");
        graph.input(FeatureGraph.FEATURES, ElementType.FLOAT32, CHANNELS, GRID.rows(), GRID.columns());
        detector.appendTo(graph);
        ScoreMap expected = detector.map(unseen);
        try (GraphRun run = new GraphRun(graph.toBytes(), 1)) {
            run.fill(unseen).run();
            float tolerance = 1e-4f * Math.abs(expected.maximum());
            assertThat(run.output(FittedDetector.MAP)).containsExactly(expected.scores(), within(tolerance));
            assertThat(run.output(FittedDetector.SCORE)[0]).isCloseTo(expected.maximum(), within(tolerance));
        }
    }

    @Test
    void shouldAlarmWhereOneMemberAloneIsSure() throws InterruptedException {
        Ensemble detector = ranked(fit());
        float[] swapped = features.images().get(3).clone();
        for (int channel = 0; channel < CHANNELS; channel++) {
            swapped[channel * GRID.sites()] = swapped[channel * GRID.sites() + 5] + 20;
        }

        assertThat(detector.score(swapped))
                .isGreaterThan(detector.score(features.images().get(3)) + 1);
    }
}
