package io.fleck.fitting.synthetic.wafer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fleck.core.wafer.BinMap;
import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.Defects;
import io.fleck.core.wafer.Notch;
import io.fleck.core.wafer.WaferIdentity;
import io.fleck.fitting.wafer.LabelledWafer;
import io.fleck.fitting.wafer.PolarControl;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyntheticWafersTest {
    private static final WaferIdentity IDENTITY = WaferIdentity.of("L1", "07");

    private static DefectMap map(Signature signature, long number) {
        return new SyntheticWafers(4).wafer(signature, number, IDENTITY).map();
    }

    /** Part of the defects that lie between two distances from the centre, in radii. */
    private static double between(DefectMap map, double from, double to) {
        Defects defects = map.defects();
        int within = 0;
        for (int i = 0; i < defects.count(); i++) {
            double distance =
                    Math.hypot(defects.x()[i], defects.y()[i]) / map.geometry().radius();
            within += distance >= from && distance < to ? 1 : 0;
        }
        return (double) within / defects.count();
    }

    @ParameterizedTest
    @EnumSource(Signature.class)
    void shouldBeTheSameForTheSameSeedAndNumber(Signature signature) {
        DefectMap one = map(signature, 3);
        DefectMap same = map(signature, 3);
        assertThat(same.defects().x()).isEqualTo(one.defects().x());
        assertThat(same.bins().orElseThrow().bins())
                .isEqualTo(one.bins().orElseThrow().bins());
        assertThat(map(signature, 4).defects().x()).isNotEqualTo(one.defects().x());
    }

    @ParameterizedTest
    @EnumSource(Signature.class)
    void shouldFailOnlyDiesThatHaveADefect(Signature signature) {
        DefectMap map = map(signature, 1);
        BinMap bins = map.bins().orElseThrow();
        assertThat(map.geometry().notch()).isEqualTo(Notch.DOWN);
        assertThat(Math.max(bins.rows(), bins.columns()))
                .as("the network of the demo reads 48 x 48 dies")
                .isLessThanOrEqualTo(48);
        boolean[] hit = new boolean[bins.bins().length];
        for (int i = 0; i < map.defects().count(); i++) {
            double x = map.defects().x()[i] - map.geometry().dies().originX();
            double y = map.defects().y()[i] - map.geometry().dies().originY();
            int column = (int) Math.floor(x / map.geometry().dies().pitchX());
            int row =
                    bins.rows() - 1 - (int) Math.floor(y / map.geometry().dies().pitchY());
            if (column >= 0 && column < bins.columns() && row >= 0 && row < bins.rows()) {
                hit[row * bins.columns() + column] = true;
            }
        }
        for (int die = 0; die < hit.length; die++) {
            assertThat(hit[die] || bins.bins()[die] != SyntheticWafers.FAILED)
                    .as("die %d failed without a defect", die)
                    .isTrue();
        }
        assertThat(bins.failedDies()).isPositive();
    }

    @Test
    void shouldPutDefectsWhereTheSignatureSays() {
        for (int number = 0; number < 20; number++) {
            assertThat(between(map(Signature.CENTER, number), 0, 0.6)).isGreaterThan(0.75);
            assertThat(between(map(Signature.DONUT, number), 0.3, 0.8)).isGreaterThan(0.8);
            assertThat(between(map(Signature.EDGE_RING, number), 0.8, 1)).isGreaterThan(0.8);
            assertThat(between(map(Signature.LIFT_PINS, number), 0.5, 0.85)).isGreaterThan(0.8);
            assertThat(map(Signature.RANDOM, number).defects().count()).isGreaterThan(300);
            assertThat(map(Signature.NONE, number).defects().count()).isLessThan(30);
        }
    }

    @Test
    void shouldBeToldApartByTheControlAsByItsLabels() {
        List<LabelledWafer> training = WaferTable.draw(Signature.known(), 30, 0);
        List<LabelledWafer> test = WaferTable.draw(Signature.known(), 20, 1);
        assertThat(PolarControl.train(training).evaluate(test).macroF1().orElseThrow())
                .isGreaterThan(0.8);
        assertThat(test).extracting(LabelledWafer::label).contains("none", "Scratch", "Edge-Ring");
    }

    @Test
    void shouldKeepPlantedPatternsOutOfTheUsualOnes() {
        assertThat(Signature.known()).doesNotContainAnyElementsOf(Signature.planted());
        assertThat(Signature.known().size() + Signature.planted().size())
                .isEqualTo(Arrays.asList(Signature.values()).size());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WaferTable.draw(Signature.known(), 0, 0))
                .withMessage("0 wafers a signature; at least 1");
    }
}
