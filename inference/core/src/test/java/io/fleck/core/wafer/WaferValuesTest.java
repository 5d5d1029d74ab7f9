package io.fleck.core.wafer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WaferValuesTest {
    private static final int[] NO_INTS = {};
    private static final float[] NO_FLOATS = {};

    @Test
    void shouldSayWhatIsKnownOfAWafer() {
        Instant time = Instant.parse("2026-03-01T10:00:00Z");
        WaferIdentity known = new WaferIdentity("L1", "07", 7, "M2", "chip", "KLA-3", "fast", time);

        assertThat(known.slot()).hasValue(7);
        assertThat(known.inspectedAt()).contains(time);
        assertThat(WaferIdentity.of("L1", "07").slot()).isEmpty();
        assertThat(WaferIdentity.of("L1", "07").inspectedAt()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void shouldRefuseAWaferWithoutAnId(String wafer) {
        assertThatThrownBy(() -> WaferIdentity.of("L1", wafer))
                .hasMessage("wafer is '" + wafer + "'; it must not be empty");
    }

    @Test
    void shouldRefuseTextsThatNoKeyCanHold() {
        assertThatThrownBy(() -> WaferIdentity.of("x".repeat(257), "1"))
                .hasMessage("lot has 257 characters; at most 256 are allowed");
        assertThatThrownBy(() -> WaferIdentity.of("L\n1", "1")).hasMessageContaining("lot has control characters");
    }

    @Test
    void shouldRefuseASlotBelowOne() {
        assertThatThrownBy(() -> new WaferIdentity("L", "1", 0, "", "", "", "", null))
                .hasMessage("slot is 0; it must be 1 or more");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 1_000.5, Double.NaN, Double.POSITIVE_INFINITY})
    void shouldRefuseADiameterOutOfRange(double diameter) {
        assertThatThrownBy(() -> new WaferGeometry(diameter, DieLayout.UNKNOWN, Notch.DOWN))
                .hasMessageContaining("wafer diameter is " + diameter)
                .hasMessageContaining("0 (unknown) to 1000 mm");
    }

    @Test
    void shouldGiveTheRadiusInMicrometres() {
        assertThat(new WaferGeometry(300, DieLayout.UNKNOWN, Notch.UP).radius()).isEqualTo(150_000);
    }

    @Test
    void shouldKnowTheDieGridOnlyWithBothPitches() {
        assertThat(new DieLayout(1, 2, 0, 0).known()).isTrue();
        assertThat(new DieLayout(1, 0, 0, 0).known()).isFalse();
        assertThat(DieLayout.UNKNOWN.known()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void shouldRefuseAPitchThatIsNone(double pitch) {
        assertThatThrownBy(() -> new DieLayout(1, pitch, 0, 0)).hasMessageContaining("die pitch of 1.0 x " + pitch);
    }

    @Test
    void shouldRefuseAnOriginThatIsNotFinite() {
        assertThatThrownBy(() -> new DieLayout(1, 1, Double.NaN, 0)).hasMessageContaining("die origin NaN, 0.0");
    }

    @Test
    void shouldRefuseArraysThatDoNotBelongTogether() {
        float[] two = {1, 2};
        int[] three = {1, 2, 3};
        assertThatThrownBy(() -> Defects.at(two, NO_FLOATS)).hasMessage("y has 0 entries; it must have 2");
        assertThatThrownBy(() -> new Defects(two, two, three, three, NO_FLOATS, NO_INTS))
                .hasMessage("dieX has 3 entries; it must have 2, or none when unknown");
        assertThatThrownBy(() -> new Defects(two, two, NO_INTS, three, NO_FLOATS, NO_INTS))
                .hasMessage("dieY has 3 entries; it must have 0");
        assertThatThrownBy(() -> new Defects(two, two, NO_INTS, NO_INTS, new float[1], NO_INTS))
                .hasMessageContaining("size has 1 entries");
        assertThatThrownBy(() -> new Defects(two, two, NO_INTS, NO_INTS, NO_FLOATS, three))
                .hasMessageContaining("classNumber has 3 entries");
    }

    @Test
    void shouldRefuseDefectsThatLieNowhere() {
        assertThatThrownBy(() -> Defects.at(new float[] {0, Float.NaN}, new float[2]))
                .hasMessage("defect 1 lies at NaN, 0.0; both must be finite");
        assertThatThrownBy(() -> new Defects(new float[1], new float[1], NO_INTS, NO_INTS, new float[] {-1}, NO_INTS))
                .hasMessage("defect 0 has size -1.0; it must be 0 or more");
    }

    @Test
    void shouldCountDiesAndFailures() {
        BinMap map = new BinMap(2, 3, new int[] {-1, 1, 1, 7, 9, -1}, new int[] {7, 9});

        assertThat(map.dies()).isEqualTo(4);
        assertThat(map.failedDies()).isEqualTo(2);
        assertThat(map.bin(0, 0)).isEqualTo(BinMap.NO_DIE);
        assertThat(map.bin(1, 1)).isEqualTo(9);
        assertThat(map.failed(1)).isFalse();
        assertThat(map.failed(BinMap.NO_DIE)).isFalse();
    }

    @Test
    void shouldRefuseABinMapThatIsNone() {
        assertThatThrownBy(() -> new BinMap(0, 3, NO_INTS, NO_INTS)).hasMessageContaining("bin map of 0 x 3");
        assertThatThrownBy(() -> new BinMap(100_000, 100_000, NO_INTS, NO_INTS))
                .hasMessage("bin map of 100000 x 100000 needs 10000000000 entries, got 0");
        assertThatThrownBy(() -> new BinMap(1, 1, new int[] {-2}, NO_INTS)).hasMessageContaining("bin -2");
        assertThatThrownBy(() -> new BinMap(1, 1, new int[1], new int[] {3, 3}))
                .hasMessage("fail bins are [3, 3]; they must be 0 or more, ascending");
    }
}
