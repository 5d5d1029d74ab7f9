package io.fleck.load.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AccuracyTableTest {
    private static final List<SeedResult> RESULTS = List.of(
            new SeedResult(
                    0,
                    Samples.json("{'fit_seconds': 60, 'false_alarm_bound': 0.5}"),
                    Samples.json("{'image_auroc': 0.97, 'false_alarm_rate': 0.01, 'auroc_by_defect': {'crack': 0.9}}")),
            new SeedResult(
                    1,
                    Samples.json("{'fit_seconds': 80}"),
                    Samples.json("{'image_auroc': 0.99, 'false_alarm_rate': 0.03, 'pixel_auroc': 0.5}")));

    @Test
    void shouldTabulateMeanSpreadAndEachSeed() {
        List<String> lines = AccuracyTable.markdown(RESULTS).lines().toList();

        assertThat(lines.get(0)).isEqualTo("| figure | mean \u00b1 spread | seed 0 | seed 1 |");
        assertThat(lines.get(1)).isEqualTo("|---|---|---|---|");
        assertThat(lines)
                .contains(
                        "| image AUROC | 0.9800 \u00b1 0.0141 | 0.9700 | 0.9900 |",
                        "| false alarms among good test images | 2.0 % \u00b1 1.4 % | 1.0 % | 3.0 % |",
                        "| bound of the false alarms (99.9 %) | \u2013 | \u2013 | \u2013 |",
                        "| fit, seconds | 70.0 \u00b1 14.1 | 60.0 | 80.0 |");
    }

    @Test
    void shouldGiveNoMeanWhereASeedLacksTheFigure() {
        assertThat(AccuracyTable.markdown(RESULTS).lines())
                .contains(
                        "| pixel AUROC | \u2013 | \u2013 | 0.5000 |",
                        "| image AUROC, crack | \u2013 | 0.9000 | \u2013 |");
    }

    @Test
    void shouldTakeTheSpreadOverOneLessThanTheSeeds() {
        Spread spread = Spread.of(List.of(OptionalDouble.of(1), OptionalDouble.of(2), OptionalDouble.of(6)))
                .orElseThrow();

        assertThat(spread.mean()).isEqualTo(3);
        assertThat(spread.deviation()).isCloseTo(Math.sqrt((4 + 1 + 9) / 2.0), within(1e-12));
    }

    @Test
    void shouldHaveNoSpreadOfOneSeed() {
        assertThat(Spread.of(List.of(OptionalDouble.of(0.7)))).contains(new Spread(0.7, 0));
        assertThat(Spread.of(List.of())).isEmpty();
    }
}
