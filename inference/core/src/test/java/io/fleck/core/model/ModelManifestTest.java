package io.fleck.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelManifestTest {
    private static final byte[] GRAPH = {1, 2, 3};

    @Test
    void shouldKeepCopiesOfWhatItWasGiven() {
        Map<String, String> settings = new HashMap<>(Map.of("b", "2", "a", "1"));
        ModelManifest right = Manifests.bare(GRAPH);
        ModelManifest manifest = new ModelManifest(
                1,
                "n",
                "v",
                "frames",
                "d",
                right.input(),
                right.outputs(),
                null,
                null,
                settings,
                settings,
                right.graphSha256());
        settings.put("c", "3");
        assertThat(manifest.settings().keySet()).containsExactly("a", "b");
        assertThat(manifest.provenance().keySet()).containsExactly("a", "b");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> manifest.settings().put("d", "4"));
    }

    @Test
    void shouldKeepACopyOfTheScores() {
        List<Double> scores = new ArrayList<>(List.of(1.0, 2.0));
        ModelManifest.Calibration calibration = new ModelManifest.Calibration("folds", 0.4, 2, scores);
        scores.add(0.0);
        assertThat(calibration.scores()).containsExactly(1.0, 2.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void shouldRefuseThresholdsAndScoresThatAreNoNumbers(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelManifest.Calibration("split", 0.4, value, List.of()))
                .withMessageContaining("calibration.threshold " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelManifest.Calibration("split", 0.4, 1, List.of(1.0, value)))
                .withMessageContaining("calibration.scores has " + value + " after 1.0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
    void shouldRefuseRatesThatAreNone(double rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelManifest.Calibration("split", rate, 1, List.of()))
                .withMessageContaining("calibration.falseAlarmRate " + rate)
                .withMessageContaining("above 0 and below 1");
    }

    @Test
    void shouldRefuseTensorsWithoutAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelManifest.Outputs("score", " "))
                .withMessageContaining("outputs.map");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelManifest.Input("", 1, 1))
                .withMessageContaining("input.tensor");
    }
}
