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
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class G85ReaderTest {
    private static List<DefectMap> read(String text) {
        return new G85Reader().read(SampleMaps.file(text), ReadLimits.DEFAULT).maps();
    }

    private static String sample(String from, String to) {
        assertThat(SampleMaps.G85).contains(from);
        return SampleMaps.G85.replace(from, to);
    }

    private static BinMap bins(DefectMap map) {
        return map.bins().orElseThrow();
    }

    /** A map alone, without prefix, of two rows of two dies. */
    private static String small(String type, String none, String pass, String fail, String row1, String row2) {
        return """
                <Map xmlns="http://www.semi.org" SubstrateId="W1">
                  <Device BinType="%s" NullBin="%s">
                    <Bin BinCode="%s" BinQuality="Pass"/>
                    <Bin BinCode="%s" BinQuality="Fail"/>
                    <Data><Row><![CDATA[%s]]></Row><Row><![CDATA[%s]]></Row></Data>
                  </Device>
                </Map>
                """.formatted(type, none, pass, fail, row1, row2);
    }

    @Test
    void shouldReadTheMapsOfAFile() {
        List<DefectMap> maps = read(SampleMaps.G85);

        assertThat(maps).extracting(DefectMap::defectCount).containsExactly(2, 1);
        assertThat(maps).extracting(map -> bins(map).dies()).containsExactly(7, 2);
        assertThat(maps).extracting(map -> map.identity().wafer()).containsExactly("W01", "W02");
        assertThat(maps).extracting(map -> map.identity().lot()).containsOnly("LOT3");
    }

    @Test
    void shouldReadRowsFromTheTop() {
        BinMap map = bins(read(SampleMaps.G85).get(0));

        assertThat(map.rows()).isEqualTo(3);
        assertThat(map.columns()).isEqualTo(3);
        assertThat(map.bins()).containsExactly(-1, 1, -1, 1, 12, 1, 1, 12, 1);
        assertThat(map.failBins()).containsExactly(12);
    }

    @Test
    void shouldReadWhatTheDeviceSays() {
        DefectMap map = read(SampleMaps.G85).get(0);

        assertThat(map.identity().product()).isEqualTo("CHIP");
        assertThat(map.identity().slot()).hasValue(4);
        assertThat(map.identity().inspectedAt()).contains(Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(map.geometry().diameterMm()).isEqualTo(200);
        assertThat(map.geometry().notch()).isEqualTo(Notch.UP);
        assertThat(map.geometry().dies()).isEqualTo(new DieLayout(50_000, 60_000, -75_000, -90_000));
    }

    @Test
    void shouldDoWithoutWhatIsOptional() {
        String text = small("Ascii", ".", "1", "X", "1X", ".1");

        DefectMap map = read(text).get(0);

        assertThat(map.identity().lot()).isEmpty();
        assertThat(map.identity().product()).isEmpty();
        assertThat(map.identity().inspectedAt()).isEmpty();
        assertThat(map.geometry().diameterMm()).isZero();
        assertThat(map.geometry().dies()).isEqualTo(DieLayout.UNKNOWN);
        assertThat(map.geometry().notch()).isEqualTo(Notch.UNKNOWN);
        assertThat(map.defectCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ascii | . | 1 | X | 1X | .1 | 49 | 88",
                "ASCII | . | ; | < | ;< | .; | 59 | 60",
                "Decimal | 000 | 001 | 255 | 001255 | 000001 | 1 | 255",
                "Decimal | 000 | 1 | 255 | 001 255 | 000 001 | 1 | 255",
                "Decimal | 0 | 1 | 7 | 1 7 | 0 1 | 1 | 7",
                "HexaDecimal | 00 | 01 | FF | 01ff | 0001 | 1 | 255",
                "Hexadecimal | 00 | 1 | fF | 01 FF | 00 01 | 1 | 255",
                "Integer2 | FFFF | 0001 | 0A0b | 00010A0B | FFFF0001 | 1 | 2571",
            })
    void shouldReadEveryTypeOfBin(
            String type, String none, String pass, String fail, String row1, String row2, int passBin, int failBin) {
        BinMap map = bins(read(small(type, none, pass, fail.replace("<", "&lt;"), row1, row2))
                .get(0));

        assertThat(map.bins()).containsExactly(passBin, failBin, BinMap.NO_DIE, passBin);
        assertThat(map.failedDies()).isEqualTo(1);
    }

    @Test
    void shouldTakeABlankAsABinWhereItIsTheNullBin() {
        BinMap map = bins(read(small("Ascii", " ", "1", "X", "1X", " 1")).get(0));

        assertThat(map.bins()).containsExactly('1', 'X', BinMap.NO_DIE, '1');
    }

    @Test
    void shouldReadOnlyTheFirstDataOfADevice() {
        String text = sample(
                "</semi:Data>\n    </semi:Device>\n  </semi:Map>\n  <semi:Map WaferId",
                "</semi:Data><semi:Data><semi:Row>junk</semi:Row></semi:Data>"
                        + "</semi:Device></semi:Map><semi:Map WaferId");

        assertThat(read(text)).extracting(DefectMap::defectCount).containsExactly(2, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BinCount=\"2\" | BinCount=\"3\" | BinCount"
                        + " | bin '012' has 3 dies by its count and 2 in the map | 9",
                "<![CDATA[001012001]]> | <![CDATA[001012]]> | Row | row 3 has 2 dies, the rows before have 3 | 13",
                "<![CDATA[001012001]]> | <![CDATA[00101200]]> | Row | row 3 has '00'; a code is 3 digits, DECIMAL | 13",
                "<![CDATA[001012001]]> | <![CDATA[001x12001]]> | Row | row 3 has 'x12'; a code is 3 digits, DECIMAL | 13",
                "<![CDATA[001012001]]> | <![CDATA[]]> | Row | row 3 is empty | 13",
                "<![CDATA[001012001]]> | <![CDATA[001012007]]> | Row"
                        + " | bin 7 is used and not defined: whether it failed is not known | 6",
                "Rows=\"3\" | Rows=\"4\" | Rows | it is 4, the map has 3 | 6",
                "Columns=\"3\" | Columns=\"4\" | Columns | it is 4, the map has 3 | 6",
                "Rows=\"3\" | Rows=\"three\" | Rows" + " | it is 'three'; it must be a whole number of at least 0 | 6",
                "WaferSize=\"200\" | WaferSize=\"-200\" | WaferSize | it is -200; it must be 0 or more | 6",
                "WaferSize=\"200\" | WaferSize=\"wide\" | WaferSize | it is 'wide'; it must be a number | 6",
                "WaferSize=\"200\" | WaferSize=\"2000\" | WaferSize"
                        + " | wafer diameter is 2000.0 mm; it must be 0 (unknown) to 1000 mm | 16",
                "BinType=\"Decimal\" | BinType=\"Octal\" | BinType"
                        + " | it is Octal; Ascii, Decimal, HexaDecimal and Integer2 are read | 6",
                "BinType=\"Decimal\" |  | BinType | it is missing in Device | 6",
                "NullBin=\"255\" | NullBin=\"none\" | NullBin"
                        + " | it is 'none'; that is no code of the type DECIMAL | 6",
                "BinCode=\"012\" | BinCode=\"1\" | BinCode | bin '1' is defined twice, differently | 9",
                "BinQuality=\"Fail\" BinDescription=\"leaks\" | BinQuality=\"\" | NONE | none | 0",
                "SubstrateType=\"Wafer\" | SubstrateType=\"Strip\" | SubstrateType"
                        + " | it is Strip; only wafers are read | 3",
                "SubstrateId=\"W01\" |  | SubstrateId | neither it nor WaferId says which wafer it is | 6",
            })
    void shouldNameWhatIsWrong(String from, String to, String field, String reason, int line) {
        String text = sample(from, to == null ? "" : to);
        if (line == 0) {
            assertThat(read(text).get(0).defectCount())
                    .as("a bin without quality is none that failed")
                    .isZero();
            return;
        }
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(WaferMapException.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.field()).isEqualTo(field);
            assertThat(e.line()).isEqualTo(line);
        });
    }

    @Test
    void shouldRefuseBinsOfWhichNoneHasAQuality() {
        String text = small("Ascii", ".", "1", "X", "1X", ".1").replaceAll("BinQuality=\"\\w+\"", "");

        assertThatThrownBy(() -> read(text))
                .hasMessageContaining("BinQuality: no bin has one: which dies failed is not known");
    }

    @Test
    void shouldRefuseAMapWithoutRowsOrDevice() {
        String head = "<Map SubstrateId=\"1\">";
        assertThatThrownBy(() -> read(head + "</Map>")).hasMessageContaining("the map of wafer '1' has no rows");
        assertThatThrownBy(() -> read(head + "<Row>1</Row></Map>"))
                .hasMessageContaining("Device: it is missing before Row");
        assertThatThrownBy(() -> read(head + "<Bin BinCode=\"1\"/></Map>"))
                .hasMessageContaining("Device: it is missing before Bin");
        assertThatThrownBy(() -> read("<Maps></Maps>")).hasMessageContaining("the file has no map");
    }

    @Test
    void shouldRefuseMoreThanIsAllowed() {
        ReadLimits fewDies = new ReadLimits(10_000, 9, 1, 8);
        ReadLimits oneWafer = new ReadLimits(10_000, 1, 1, 9);

        assertThatThrownBy(() -> new G85Reader().read(SampleMaps.file(SampleMaps.G85), fewDies))
                .hasMessageContaining("Row: the map has more than 8 places");
        assertThatThrownBy(() -> new G85Reader().read(SampleMaps.file(SampleMaps.G85), oneWafer))
                .hasMessageContaining("Map: the file has more than 1 wafers");
    }
}
