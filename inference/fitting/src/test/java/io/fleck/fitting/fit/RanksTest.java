package io.fleck.fitting.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fleck.fitting.onnx.ElementType;
import io.fleck.fitting.onnx.GraphRun;
import io.fleck.fitting.onnx.OnnxGraph;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RanksTest {
    private static float[] exponential(int count, double mean, long seed) {
        Random random = new Random(seed);
        float[] scores = new float[count];
        for (int i = 0; i < count; i++) {
            scores[i] = (float) (-mean * Math.log(1 - random.nextDouble()));
        }
        return scores;
    }

    @Test
    void shouldGiveAPointForEveryHalving() {
        float[] scores = new float[1024];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = i;
        }
        Ranks ranks = Ranks.of(scores);

        assertThat(ranks.of(512)).as("reached by half").isEqualTo(1, within(1e-5f));
        assertThat(ranks.of(768)).as("reached by a quarter").isEqualTo(2, within(1e-5f));
        assertThat(ranks.of(1008)).as("reached by 16 of 1024").isEqualTo(6, within(1e-4f));
        assertThat(ranks.of(640)).as("between two quantiles").isEqualTo(1.5f, within(1e-5f));
    }

    @Test
    void shouldGoOnBeyondAllThatWasHeldOut() {
        Ranks ranks = Ranks.of(exponential(4096, 1, 1));

        // An exponential law halves every ln 2.
        assertThat(ranks.of(20) - ranks.of(20 - Math.log(2))).isEqualTo(1, within(0.5f));
        assertThat(ranks.of(40)).isGreaterThan(ranks.of(39));
        assertThat(ranks.of(-5)).as("and below").isLessThan(ranks.of(-4));
    }

    @Test
    void shouldMakeScoresOfDifferentUnitsTheSame() {
        float[] scores = exponential(5000, 1, 2);
        float[] others = scores.clone();
        for (int i = 0; i < others.length; i++) {
            others[i] = 100 + 30 * others[i];
        }
        Ranks ranks = Ranks.of(scores);
        Ranks same = Ranks.of(others);

        for (float score : new float[] {0, 0.3f, 1, 3, 9, 15}) {
            assertThat(same.of(100 + 30 * score)).as("score %s", score).isEqualTo(ranks.of(score), within(2e-3f));
        }
    }

    @Test
    void shouldWriteTheSameIntoAGraph() {
        for (Ranks ranks : List.of(Ranks.of(exponential(3000, 2, 3)), Ranks.of(new float[] {1, 2}), Ranks.IDENTITY)) {
            OnnxGraph graph = OnnxGraph.empty("ranks");
            String scores = graph.input("scores", ElementType.FLOAT32, 5);
            graph.output("points", ranks.append(graph, scores, 5), 5);
            float[] values = {-1, 0.2f, 1.5f, 7, 30};
            try (GraphRun run = new GraphRun(graph.toBytes(), 1)) {
                float[] points = run.fill(values).run().output("points");
                for (int i = 0; i < values.length; i++) {
                    assertThat(points[i]).as("rank of %s", values[i]).isEqualTo(ranks.of(values[i]), within(1e-3f));
                }
            }
            assertThat(graph.portabilityProblems()).isEmpty();
        }
    }

    @Test
    void shouldRefuseScoresThatDoNotDiffer() {
        assertThatThrownBy(() -> Ranks.of(new float[] {3, 3, 3}))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("the same");
    }
}
