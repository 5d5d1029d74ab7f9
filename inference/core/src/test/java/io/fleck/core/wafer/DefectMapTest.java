package io.fleck.core.wafer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class DefectMapTest {
    private static final WaferIdentity WAFER = WaferIdentity.of("lot", "07");
    private static final WaferGeometry GEOMETRY =
            new WaferGeometry(200, new DieLayout(4_000, 5_000, -2_000, -2_500), Notch.DOWN);

    private static DefectMap of(float x, float y) {
        return new DefectMap(WAFER, GEOMETRY, Defects.at(new float[] {0, x}, new float[] {0, y}), null);
    }

    @Test
    void shouldCountDefects() {
        assertThat(of(99_000, 0).defectCount()).isEqualTo(2);
        assertThat(of(99_000, 0).bins()).isEmpty();
    }

    @Test
    void shouldCountFailedDiesOfABinMap() {
        BinMap bins = new BinMap(2, 2, new int[] {1, 2, BinMap.NO_DIE, 2}, new int[] {2});

        assertThat(DefectMap.of(WAFER, GEOMETRY, bins).defectCount()).isEqualTo(2);
        assertThat(DefectMap.of(WAFER, GEOMETRY, bins).bins()).containsSame(bins);
    }

    @Test
    void shouldTakeDefectsOfTheBevel() {
        assertThat(of(-109_000, 5_000).defects().count()).isEqualTo(2);
    }

    @Test
    void shouldRefuseDefectsBesideTheWafer() {
        assertThatThrownBy(() -> of(80_000, -80_000))
                .hasMessage("defect 1 lies at 80000.0, -80000.0 um; a wafer of 200.0 mm does not reach there");
    }

    @Test
    void shouldRefuseDefectsOnAWaferOfUnknownSize() {
        WaferGeometry unknown = new WaferGeometry(0, DieLayout.UNKNOWN, Notch.UNKNOWN);
        Defects one = Defects.at(new float[] {1}, new float[] {0});

        assertThatThrownBy(() -> new DefectMap(WAFER, unknown, one, null)).hasMessageContaining("0.0 mm");
    }
}
