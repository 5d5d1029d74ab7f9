package io.fleck.core.wafer.klarf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.Defects;
import io.fleck.core.wafer.Notch;
import io.fleck.core.wafer.format.ReadLimits;
import io.fleck.core.wafer.format.SampleMaps;
import io.fleck.core.wafer.format.WaferMapException;
import java.time.Instant;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KlarfReaderTest {
    private static final Offset<Float> HALF_NANOMETRE = within(0.001f);

    private static List<DefectMap> read(String text) {
        return new KlarfReader().read(SampleMaps.file(text), ReadLimits.DEFAULT).maps();
    }

    private static String klarf12(String from, String to) {
        return replaced(SampleMaps.KLARF_12, from, to);
    }

    private static String klarf18(String from, String to) {
        return replaced(SampleMaps.KLARF_18, from, to);
    }

    private static String replaced(String sample, String from, String to) {
        assertThat(sample).contains(from);
        return sample.replace(from, to);
    }

    private static int lineOf(String text, String part) {
        return (int) text.substring(0, text.indexOf(part)).lines().count();
    }

    @Test
    void shouldReadTheWafersOfAFile() {
        List<DefectMap> maps = read(SampleMaps.KLARF_12);

        assertThat(maps).extracting(map -> map.identity().wafer()).containsExactly("W01", "W02");
        assertThat(maps).extracting(DefectMap::defectCount).containsExactly(3, 1);
        assertThat(maps).extracting(map -> map.identity().lot()).containsOnly("LOT1");
        assertThat(maps).extracting(map -> map.identity().slot().orElse(0)).containsExactly(1, 2);
    }

    @Test
    void shouldPlaceDefectsFromTheCentreInMicrometres() {
        Defects defects = read(SampleMaps.KLARF_12).get(0).defects();

        assertThat(defects.x()).containsExactly(new float[] {1000.25f, 10_000, -5_000}, HALF_NANOMETRE);
        assertThat(defects.y()).containsExactly(new float[] {2000.5f, -20_000, -10_000}, HALF_NANOMETRE);
        assertThat(defects.dieX()).containsExactly(0, 1, 0);
        assertThat(defects.dieY()).containsExactly(0, -1, 0);
        assertThat(defects.size()).containsExactly(1.5f, 2.5f, 3);
        assertThat(defects.classNumber()).containsExactly(7, 0, 7);
    }

    @Test
    void shouldReadTheSameFromRecordsInNanometres() {
        DefectMap map = read(SampleMaps.KLARF_18).get(0);
        DefectMap same = read(SampleMaps.KLARF_12).get(0);

        assertThat(map.defects().x()).containsExactly(new float[] {1000.25f, 10_000}, HALF_NANOMETRE);
        assertThat(map.defects().y()).containsExactly(new float[] {2000.5f, -20_000}, HALF_NANOMETRE);
        assertThat(map.defects().size()).containsExactly(new float[] {1.5f, 2.5f}, HALF_NANOMETRE);
        assertThat(map.defects().classNumber()).containsExactly(7, 0);
        assertThat(map.geometry()).isEqualTo(same.geometry());
        assertThat(map.identity().tool()).isEqualTo(same.identity().tool());
        assertThat(map.identity().recipe()).isEqualTo("RECIPE");
        assertThat(map.identity().inspectedAt()).contains(Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(map.identity().lot()).isEqualTo("LOT2");
        assertThat(map.identity().slot()).hasValue(5);
    }

    @Test
    void shouldTakeAnEmptyListAsACleanWafer() {
        DefectMap clean = read(SampleMaps.KLARF_18).get(1);

        assertThat(clean.identity().wafer()).isEqualTo("W06");
        assertThat(clean.defectCount()).isZero();
        assertThat(clean.identity().slot()).isEmpty();
    }

    @Test
    void shouldTakeASummaryOfZeroForAnEmptyList() {
        String text =
                klarf12("DefectList\n 1 10000 5000 0 0 1 0 1 0 0;\nSummaryList 1 1 0.1 3 1", "SummaryList 1 0 0 3 0");

        assertThat(read(text).get(1).defectCount()).isZero();
    }

    @Test
    void shouldReadTheGeometry() {
        DefectMap map = read(SampleMaps.KLARF_12).get(0);

        assertThat(map.geometry().diameterMm()).isEqualTo(200);
        assertThat(map.geometry().notch()).isEqualTo(Notch.DOWN);
        assertThat(map.geometry().dies().pitchX()).isEqualTo(10_000);
        assertThat(map.geometry().dies().pitchY()).isEqualTo(20_000);
        assertThat(map.geometry().dies().originX()).isEqualTo(-5_000);
        assertThat(map.geometry().dies().originY()).isEqualTo(-10_000);
    }

    @ParameterizedTest
    @CsvSource({"UP, UP", "LEFT, LEFT", "right, RIGHT", "180, UP", "0, DOWN", "45, UNKNOWN", "90, UNKNOWN"})
    void shouldReadTheNotch(String written, Notch expected) {
        String text = klarf12("OrientationMarkLocation DOWN", "OrientationMarkLocation " + written);

        assertThat(read(text).get(0).geometry().notch()).isEqualTo(expected);
    }

    @Test
    void shouldAddUpListsOfAWafer() {
        String text = klarf12(" 3 0 0 0 0 3 7 2 0 0;", " ;\nTiffFileName \"a.tif\";\nDefectList 3 0 0 0 0 3 7 2 0 0;");

        assertThat(read(text).get(0).defectCount()).isEqualTo(3);
    }

    @Test
    void shouldLeaveOutSizesWhereOneListHasNone() {
        String text = klarf12(
                "Slot 2;",
                "Slot 2; DefectRecordSpec 5 DEFECTID XREL YREL XINDEX YINDEX; DefectList 9 0 0 0 0;"
                        + " DefectRecordSpec 6 DEFECTID XREL YREL XINDEX YINDEX DSIZE;");
        String list = replaced(text, " 1 10000 5000 0 0 1 0 1 0 0;", " 1 10000 5000 0 0 1;");
        String summary = replaced(list, "SummaryList 1 1 0.1", "SummaryList 1 2 0.1");

        Defects defects = read(summary).get(1).defects();

        assertThat(defects.count()).isEqualTo(2);
        assertThat(defects.size()).isEmpty();
        assertThat(defects.classNumber()).isEmpty();
    }

    @Test
    void shouldKeepLotsApart() {
        String second = SampleMaps.KLARF_12.substring(SampleMaps.KLARF_12.indexOf("WaferID \"W02\""));
        String text = klarf12(second, "LotID \"LOT9\";\n" + second);

        assertThat(read(text)).extracting(map -> map.identity().lot()).containsExactly("LOT1", "LOT9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FileVersion 1 2 | FileVersion 1 3 | FileVersion | it is 1.3; 1.1, 1.2 and 1.8 are read",
                "1 2 0.1 3 2 | 1 1 0.1 3 2 | NDEFECT"
                        + " | the summary of wafer 'W01' counts 2 defects over its tests, the list has 3",
                " 1 12000.5 6000.25 0 0 | 1 12000.5 6000.25 0.5 0 | XINDEX | it is '0.5'; it must be a whole number",
                " 1 12000.5 6000.25 | 1 12000.5 NA | XREL | it is 'NA'; it must be a number",
                "0 0 1.5 7 1 0 0 | 0 0 -1.5 7 1 0 0 | DSIZE | it is '-1.5'; it must be 0 or more",
                " 3 0 0 0 0 3 7 2 0 0; | 3 0 0 0; | YINDEX | the list ends after 4 of 10 values of a defect",
                " 1 12000.5 6000.25 0 0 | 1 12000.5 6000.25 10 0 | XREL, YREL"
                        + " | the defect lies 101.0 mm from the centre of a wafer of 100 mm",
                "SampleTestPlan 3 | SampleTestPlan 2 | SampleTestPlan | it announces 2 dies and has 6 indices, not 4",
                "CoordinatesMirrored NO | CoordinatesMirrored YES | CoordinatesMirrored"
                        + " | it is YES; only coordinates seen from above are read",
                "SampleSize 1 200 | SampleSize 2 200 | SampleSize"
                        + " | it is of a sample that is not round; only round wafers are read",
                "SampleSize 1 200 | SampleSize 1 0 | SampleSize"
                        + " | it is of a wafer of 0.0 mm; at most 1000 mm are read, and more than 0",
                "SampleSize 1 200; |  | SampleSize | it is missing",
                "DiePitch 1.0000000000e+004 | DiePitch 0 | DiePitch | it is 0; it must be more than 0",
                "DiePitch 1.0000000000e+004 2.0e4 | DiePitch 1 | DiePitch | it has 1 values; it must have 2",
                "DefectRecordSpec 10 | DefectRecordSpec 9 | DefectRecordSpec | it announces 9 columns and names 10",
                "YREL XREL | YREL XABS | XREL | defects have no such column, and no place without it",
                "YREL XREL XINDEX | YREL XREL XREL XINDEX | DefectRecordSpec | it announces 10 columns and names 11",
                "DSIZE CLASSNUMBER TEST | DSIZE DSIZE TEST | DSIZE | defects have this column twice",
                "Slot 1; | Slot 0; | Slot | it is '0'; it must be a whole number from 1",
                "WaferID \"W01\" | WaferID \"\" | WaferID | it is empty",
                "ResultTimestamp 03-01-26 | ResultTimestamp 31-01-26 | ResultTimestamp"
                        + " | it is '31-01-26 10:00:00'; it must be month-day-year or year-month-day and h:m:s",
                "SummarySpec 5 TESTNO NDEFECT | SummarySpec 5 TESTNO NDEF | SummarySpec"
                        + " | it is missing before SummaryList, or has no column NDEFECT",
                "2 1 0.1 1 1; | 2 1 0.1 1; | SummaryList | a row has 4 of 5 values",
                "EndOfFile; |  | EndOfFile | it is missing: the file is cut off",
                "EndOfFile; | EndOfFile; more | EndOfFile | there is 'more' where nothing must stand",
            })
    void shouldNameWhatIsWrong(String from, String to, String field, String reason) {
        String text = klarf12(from, to == null ? "" : to).replace("SampleSize 1 200", size(reason));

        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(WaferMapException.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.field()).isEqualTo(field);
            assertThat(e.line()).isPositive();
        });
    }

    private static String size(String reason) {
        return reason.contains("a wafer of 100 mm") ? "SampleSize 1 100" : "SampleSize 1 200";
    }

    @Test
    void shouldNameTheLine() {
        String row = " 1 12000.5 6000.25 0.5 0";
        String text = klarf12(" 1 12000.5 6000.25 0 0", row);
        String summary = klarf12(" 1 2 0.1 3 2", " 1 1 0.1 3 2");

        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        WaferMapException.class, e -> assertThat(e.line()).isEqualTo(lineOf(text, row) + 1));
        assertThatThrownBy(() -> read(summary))
                .isInstanceOfSatisfying(
                        WaferMapException.class,
                        e -> assertThat(e.line()).isEqualTo(lineOf(summary, " 1 1 0.1 3 2") + 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"1.8\" | \"1.7\" | FileRecord | it is of version '1.7'; 1.1, 1.2 and 1.8 are read",
                "{ 1 1; 2 1; } | { 1 1; 2 2; } | NDEFECT"
                        + " | the summary of wafer 'W05' counts 3 defects over its tests, the list has 2",
                "Data 2 { 1 1; 2 1; } | Data 3 { 1 1; 2 1; } | TestSummaryList | it announces 3 rows and has 2",
                "Data 2 { 1 1; 2 1; } | Data 1 { 1 1; 2 1; } | TestSummaryList | it announces 1 rows and has more",
                "Data 2 { 0 0; 1 -1 ; } | Data 2 { 0 0; 1 x ; } | YINDEX | it is 'x'; it must be a number",
                "0 0 1500 7 N; | 0 0 1500 7; | IMAGEINFO | there is ';' after 7 of 8 values of a row",
                "0 0 1500 7 N; | 0 0 1500 7 N 1; | DefectList"
                        + " | there is '1' where the semicolon behind the 8 values of a row must stand",
                "Columns 2 { int32 XINDEX | Columns 3 { int32 XINDEX | Columns"
                        + " | it announces 3 columns and names 2",
                "int32 XREL, int32 YREL, int32 XINDEX, int32 YINDEX, | int32 XREL, int32 YREL, int32 X, int32 Y,"
                        + " | XINDEX | defects have no such column, and no place without it",
                "Field DiePitch 2 {10000000, 20000000} | Field DiePitch 3 {10000000, 20000000} | DiePitch"
                        + " | it announces 3 values and has 2",
                "Field SampleSize 2 {200000000, 0} | Field SampleSize 2 {200000000, 100000000} | SampleSize"
                        + " | it is of a sample that is not round; only round wafers are read",
                "Record WaferRecord \"W05\" | Record WaferRecord \"\" | WaferRecord | its id is empty",
                "Field DeviceID | Fild DeviceID | LotRecord"
                        + " | there is 'Fild' where Record, Field or List must stand",
                "EndOfFile; |  | EndOfFile | there is the end of the file where EndOfFile must stand",
            })
    void shouldNameWhatIsWrongInRecords(String from, String to, String field, String reason) {
        String text = klarf18(from, to == null ? "" : to);

        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(WaferMapException.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.field()).isEqualTo(field);
            assertThat(e.line()).isPositive();
        });
    }

    @Test
    void shouldRefuseRecordsWithoutEnd() {
        String deep = "Record FileRecord \"1.8\" {" + " Record A \"1\" {".repeat(1_000);

        assertThatThrownBy(() -> read(deep)).hasMessageContaining("records lie more than 16 deep");
    }

    @Test
    void shouldRefuseNestedValuesWithoutEnd() {
        String deep = klarf18("Images 2 { \"a;b\"", "Images 2 " + "{".repeat(100));

        assertThatThrownBy(() -> read(deep)).hasMessageContaining("IMAGEINFO: its braces do not end");
    }

    @Test
    void shouldRefuseMoreThanIsAllowed() {
        KlarfReader reader = new KlarfReader();

        assertThatThrownBy(() -> reader.read(SampleMaps.file(SampleMaps.KLARF_12), new ReadLimits(1_000, 1, 9, 9)))
                .hasMessageContaining("WaferID: the file has more than 1 wafers");
        assertThatThrownBy(() -> reader.read(SampleMaps.file(SampleMaps.KLARF_12), new ReadLimits(1_000, 9, 2, 9)))
                .hasMessageContaining("DefectList: a wafer has more than 2 defects");
        assertThatThrownBy(() -> reader.read(SampleMaps.file(SampleMaps.KLARF_18), new ReadLimits(1_000, 9, 1, 9)))
                .hasMessageContaining("DefectList: it announces 2 defects; a wafer may have 1");
        assertThatThrownBy(() -> reader.read(SampleMaps.file(SampleMaps.KLARF_18), new ReadLimits(1_000, 1, 9, 9)))
                .hasMessageContaining("WaferRecord: the file has more than 1 wafers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483647", "1000001"})
    void shouldRefuseAnAnnouncedSizeBeforeAnythingIsAllocated(String rows) {
        String text = klarf18("IMAGEINFO }\n        Data 2", "IMAGEINFO }\n        Data " + rows);

        assertThatThrownBy(() -> read(text)).hasMessageContaining("it announces " + rows + " defects");
    }

    @Test
    void shouldReadManyDefects() {
        int count = 20_000;
        StringBuilder rows = new StringBuilder("DefectList\n");
        for (int i = 1; i <= count; i++) {
            rows.append(' ').append(i).append(" 10000.5 5000.25 0 0 1 0 1 0 0\n");
        }
        String text = replaced(
                klarf12("DefectList\n 1 10000 5000 0 0 1 0 1 0 0;", rows + ";"),
                "SummaryList 1 1 0.1",
                "SummaryList 1 " + count + " 0.1");

        assertThat(read(text).get(1).defectCount()).isEqualTo(count);
    }

    @Test
    void shouldRefuseAListBeforeAWafer() {
        assertThatThrownBy(() -> read("FileVersion 1 1; DefectList 1;"))
                .hasMessage("sample line 1: DefectList: it comes before any WaferID");
        assertThatThrownBy(() -> read("FileVersion 1 1; WaferID 1; DefectList 1;"))
                .hasMessage("sample line 1: DefectRecordSpec: it is missing before the list of defects");
        assertThatThrownBy(() -> read("FileVersion 1 1; EndOfFile;")).hasMessageContaining("the file has no wafer");
    }
}
