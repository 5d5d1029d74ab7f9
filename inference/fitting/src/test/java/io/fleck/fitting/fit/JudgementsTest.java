package io.fleck.fitting.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fleck.core.detect.ScoreMap;
import io.fleck.fitting.backbone.Features;
import io.fleck.fitting.backbone.Grid;
import io.fleck.fitting.onnx.OnnxGraph;
import io.fleck.fitting.parallel.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JudgementsTest {
    private static final Grid GRID = new Grid(1, 2);

    private final Workers workers = new Workers(2);

    @AfterEach
    void close() {
        workers.close();
    }

    /** Says the features themselves, and a hundred times them; remembers the ranks that it got. */
    private record Pair(List<Ranks> ranks) implements Ensemble {
        @Override
        public float[][] memberMaps(float[] features) {
            return new float[][] {features, {100 * features[0], 100 * features[1]}};
        }

        @Override
        public float[] combine(float[][] maps) {
            return new float[] {maps[0][0], maps[0][1]};
        }

        @Override
        public Ensemble ranked(List<Ranks> others) {
            return new Pair(others);
        }

        @Override
        public ScoreMap map(float[] features) {
            return new ScoreMap(2, 1, features);
        }

        @Override
        public Grid grid() {
            return GRID;
        }

        @Override
        public String appendSites(OnnxGraph graph) {
            throw new AssertionError("not asked for here");
        }
    }

    private static Features numbered(int pictures) {
        List<float[]> images = new ArrayList<>();
        for (int i = 0; i < pictures; i++) {
            images.add(new float[] {i, i + 0.5f});
        }
        return new Features(1, GRID, images);
    }

    @Test
    void shouldTakeRanksAndCalibrationFromDifferentHalves() throws InterruptedException {
        Judgements judgements = new Judgements(numbered(80), workers);
        int[] all = IntStream.range(0, 80).toArray();
        judgements.add(new Pair(List.of()), all);
        Calibrated calibrated = judgements.calibrate(new Pair(List.of()), all, 80);

        assertThat(calibrated.calibrator().scores())
                .as("highest sites of the second half alone")
                .containsExactlyElementsOf(
                        IntStream.range(40, 80).mapToObj(i -> i + 0.5).toList());
        List<Ranks> ranks = ((Pair) calibrated.detector()).ranks();
        assertThat(ranks).hasSize(2);
        assertThat(ranks.get(0).of(20)).as("the median of the first half").isEqualTo(1, within(0.1f));
        assertThat(ranks.get(1).of(2000)).as("in the member's own unit").isEqualTo(1, within(0.1f));
    }
}
