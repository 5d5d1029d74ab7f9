package io.fleck.core.wafer.semi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.wafer.BinMap;
import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.DieLayout;
import io.fleck.core.wafer.Notch;
import io.fleck.core.wafer.format.ReadLimits;
import io.fleck.core.wafer.format.SampleMaps;
import io.fleck.core.wafer.format.WaferMapException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class E142ReaderTest {
    private static List<DefectMap> read(String text) {
        return new E142Reader().read(SampleMaps.file(text), ReadLimits.DEFAULT).maps();
    }

    private static String sample(String from, String to) {
        assertThat(SampleMaps.E142).contains(from);
        return SampleMaps.E142.replace(from, to);
    }

    @Test
    void shouldReadTheMapsOfAFile() {
        List<DefectMap> maps = read(SampleMaps.E142);

        assertThat(maps).extracting(DefectMap::defectCount).containsExactly(1, 0);
        assertThat(maps).extracting(map -> map.bins().orElseThrow().dies()).containsExactly(5, 6);
        assertThat(maps).extracting(map -> map.identity().wafer()).containsExactly("W01", "W02");
    }

    @Test
    void shouldReadTheFirstOverlayWithBins() {
        BinMap map = read(SampleMaps.E142).get(0).bins().orElseThrow();

        assertThat(map.rows()).isEqualTo(2);
        assertThat(map.columns()).isEqualTo(3);
        assertThat(map.bins()).containsExactly(-1, 1, 1, 1, 10, 1);
        assertThat(map.failBins()).containsExactly(10);
    }

    @Test
    void shouldReadWhatSubstrateAndLayoutSay() {
        DefectMap map = read(SampleMaps.E142).get(0);

        assertThat(map.identity().lot()).isEqualTo("LOT4");
        assertThat(map.identity().slot()).hasValue(7);
        assertThat(map.identity().product()).isEqualTo("CHIP");
        assertThat(map.geometry().diameterMm()).isEqualTo(200);
        assertThat(map.geometry().notch()).isEqualTo(Notch.LEFT);
        assertThat(map.geometry().dies()).isEqualTo(new DieLayout(50_000, 60_000, -75_000, -60_000));
    }

    @Test
    void shouldDoWithoutASubstrate() {
        DefectMap map = read(SampleMaps.E142).get(1);

        assertThat(map.identity().lot()).isEmpty();
        assertThat(map.identity().slot()).isEmpty();
        assertThat(map.geometry().notch()).isEqualTo(Notch.DOWN);
    }

    @Test
    void shouldDoWithoutALayout() {
        DefectMap map = read(sample(" LayoutSpecifier=\"Wafer/Dies\"", "")).get(0);

        assertThat(map.geometry().diameterMm()).isZero();
        assertThat(map.geometry().dies()).isEqualTo(DieLayout.UNKNOWN);
        assertThat(map.identity().product()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, DOWN", "180, UP", "270, RIGHT", "45, UNKNOWN"})
    void shouldReadTheNotch(String degrees, Notch notch) {
        String text = sample("Orientation=\"90\"", "Orientation=\"" + degrees + "\"");

        assertThat(read(text).get(0).geometry().notch()).isEqualTo(notch);
    }

    @ParameterizedTest
    @CsvSource({"mm, 50, 60", "inch, 2, 2.5", "mil, 2000, 2500"})
    void shouldReadUnits(String unit, String x, String y) {
        String text = sample("DefaultUnits=\"micron\"", "DefaultUnits=\"" + unit + "\"")
                .replace("StepSize X=\"50000\" Y=\"60000\"", "StepSize X=\"" + x + "\" Y=\"" + y + "\"");

        assertThat(read(text).get(0).geometry().dies().pitchX()).isBetween(49_999.0, 50_801.0);
        assertThat(read(text).get(0).geometry().dies().pitchY()).isBetween(59_999.0, 63_501.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BinCode=\"01\" BinCount=\"4\" | BinCode=\"01\" BinCount=\"5\" | BinCount"
                        + " | bin '01' has 5 dies by its count and 4 in the map | 33",
                "<Dimension X=\"3\" Y=\"2\"/> | <Dimension X=\"4\" Y=\"2\"/> | Dimension"
                        + " | the layout has 2 rows of 4 dies, the map 2 of 3 | 28",
                "<BinCode>FF0101</BinCode> | <BinCode>FF01G1</BinCode> | BinCode"
                        + " | row 1 has 'G1'; a code is 2 digits, HEXADECIMAL | 37",
                "<BinCode>FF0101</BinCode> | <BinCode>FF0102</BinCode> | BinCode"
                        + " | bin 2 is used and not defined: whether it failed is not known | 28",
                "BinType=\"HexaDecimal\" | BinType=\"Binary\" | BinType"
                        + " | it is Binary; Ascii, Decimal, HexaDecimal and Integer2 are read | 31",
                "DefaultUnits=\"micron\" | DefaultUnits=\"parsec\" | DefaultUnits"
                        + " | it is parsec; mm, micron, inch and mil are read | 10",
                "<SlotNumber>7< | <SlotNumber>seven< | SlotNumber"
                        + " | it is 'seven'; it must be a whole number from 1 | 20",
                "SubstrateMap SubstrateType=\"Wafer\" SubstrateId=\"W01\" | SubstrateMap SubstrateType=\"Strip\" SubstrateId=\"W01\""
                        + " | SubstrateType | it is Strip; only wafers are read | 28",
                "SubstrateMap SubstrateId=\"W02\" | SubstrateMap | SubstrateId | it is missing in SubstrateMap | 46",
            })
    void shouldNameWhatIsWrong(String from, String to, String field, String reason, int line) {
        String text = sample(from, to);

        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(WaferMapException.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.field()).isEqualTo(field);
            assertThat(e.line()).isCloseTo(line, org.assertj.core.api.Assertions.within(3));
        });
    }

    @Test
    void shouldRefuseAMapWithoutBins() {
        assertThatThrownBy(() -> read("<MapData><SubstrateMap SubstrateId=\"1\"></SubstrateMap></MapData>"))
                .hasMessageContaining("BinCodeMap: the map of wafer '1' has no rows");
        assertThatThrownBy(() -> read("<MapData/>")).hasMessageContaining("SubstrateMap: the file has no map");
        assertThatThrownBy(() -> read("<MapData><BinCode>1</BinCode></MapData>"))
                .hasMessageContaining("SubstrateMap: it is missing around BinCode");
    }
}
