package io.fleck.fitting.wafer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fleck.core.metrics.ConfusionMatrix;
import io.fleck.core.wafer.grid.DieCanvas;
import io.fleck.core.wafer.grid.DieGrid;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PolarControlTest {
    @Test
    void shouldSeeTheSameWhateverWayAWaferIsTurned() {
        DieGrid grid = Wafers.round(32, 32, 0.2, new SplittableRandom(1));
        double[] features = PolarFeatures.of(grid);
        assertThat(features).hasSize(98);
        DieCanvas half = DieCanvas.of(grid, 32).seen(3);
        byte[] turned = new byte[32 * 32];
        for (int cell = 0; cell < turned.length; cell++) {
            turned[cell] = half.die(cell);
        }
        double[] again = PolarFeatures.of(new DieGrid(32, 32, turned));
        for (int i = 0; i < features.length; i++) {
            assertThat(again[i]).as("feature %d", i).isCloseTo(features[i], within(1e-9));
        }
    }

    @Test
    void shouldMeasureDensities() {
        byte[] dies = new byte[100 * 100];
        Arrays.fill(dies, DieGrid.FAIL);
        double[] all = PolarFeatures.of(new DieGrid(100, 100, dies));
        assertThat(all[48]).as("density of the whole").isEqualTo(1);
        assertThat(all[0]).as("mean of the first ring").isCloseTo(1, within(1e-12));
        assertThat(all[1]).as("no direction").isCloseTo(0, within(1e-12));
    }

    @Test
    void shouldTellRealSignaturesApartAsFarAsDensitiesDo() {
        Path maps = Path.of(System.getProperty("fleck.data", "absent"), "wafer", "wm811k-dev.csv.gz");
        assumeTrue(Files.exists(maps), "skipped: no wafer maps at " + maps);
        Map<String, Integer> counts = new HashMap<>();
        List<LabelledWafer> few = WaferRows.read(maps).stream()
                .filter(wafer -> counts.merge(wafer.label(), 1, Integer::sum) <= 150)
                .toList();
        WaferSplit split = WaferSplit.of(few, 0.4, 0, 3);
        ConfusionMatrix confusion = PolarControl.train(split.rest()).evaluate(split.first());
        // Seeds 0 to 4 gave 0.790 to 0.818.
        assertThat(confusion.macroF1().orElseThrow()).isBetween(0.7, 0.92);
        assertThat(confusion.total()).isEqualTo(split.first().size());
    }
}
