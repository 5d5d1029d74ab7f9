package io.fleck.core.wafer.klarf;

import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.format.MapFile;
import io.fleck.core.wafer.format.ReadLimits;
import io.fleck.core.wafer.format.WaferMaps;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of KLARF 1.1 or 1.2: statements of a keyword and values up to a semicolon. A statement holds until it is
 * made anew, so that the wafers of a file share their header. Used once.
 */
final class KlarfStatements {
    private static final Set<String> KEPT = Set.of(
            "LotID",
            "StepID",
            "DeviceID",
            "SetupID",
            "InspectionStationID",
            "ResultTimestamp",
            "SampleSize",
            "DiePitch",
            "DieOrigin",
            "SampleCenterLocation",
            "OrientationMarkLocation",
            "CoordinatesMirrored",
            "Slot");
    /** More values than any statement that is kept has. */
    private static final int VALUES = 64;

    private static final int COLUMNS = 1_000;

    private final MapFile file;
    private final ReadLimits limits;
    private final KlarfScanner scanner;
    private final KlarfFields fields;
    private final List<DefectMap> wafers = new ArrayList<>();
    private String version = "";
    private @Nullable DefectColumns columns;
    private List<String> summaryColumns = List.of();
    private @Nullable KlarfWafer wafer;
    private @Nullable KlarfFields waferFields;

    KlarfStatements(MapFile file, ReadLimits limits) {
        this.file = file;
        this.limits = limits;
        this.scanner = new KlarfScanner(file, false);
        this.fields = KlarfFields.of(file.name());
    }

    WaferMaps read() {
        while (scanner.next() == Token.WORD) {
            if (scanner.text().equals("EndOfFile")) {
                return end();
            }
            statement(scanner.text());
        }
        if (scanner.kind() != Token.END) {
            throw scanner.error("", "there is " + scanner.shown() + " where a keyword must stand");
        }
        throw scanner.error("EndOfFile", "it is missing: the file is cut off");
    }

    private WaferMaps end() {
        finishWafer();
        if (wafers.isEmpty()) {
            throw scanner.error("WaferID", "the file has no wafer");
        }
        scanner.next();
        if (scanner.kind() == Token.SEMICOLON) {
            scanner.next();
        }
        scanner.require(Token.END, "EndOfFile", "nothing");
        return new WaferMaps("KLARF " + version, List.copyOf(wafers));
    }

    private void statement(String keyword) {
        switch (keyword) {
            case "FileVersion" -> version();
            case "WaferID" -> beginWafer();
            case "DefectRecordSpec" -> columns = DefectColumns.of(names(keyword), scanner);
            case "DefectList" -> defects();
            case "SampleTestPlan" -> testPlan();
            case "SummarySpec" -> summaryColumns = names(keyword);
            case "SummaryList" -> summary();
            default -> other(keyword);
        }
    }

    private void other(String keyword) {
        if (keyword.equals("LotID")) {
            finishWafer();
        }
        if (KEPT.contains(keyword)) {
            fields.put(keyword, scanner.line(), values(keyword, VALUES));
        } else {
            while (scanner.next() != Token.SEMICOLON) {
                refuseEnd(keyword);
            }
        }
    }

    private void version() {
        version = String.join(".", values("FileVersion", VALUES));
        if (!version.equals("1.1") && !version.equals("1.2")) {
            throw scanner.error("FileVersion", "it is " + version + "; 1.1, 1.2 and 1.8 are read");
        }
    }

    private void beginWafer() {
        finishWafer();
        int line = scanner.line();
        List<String> values = values("WaferID", VALUES);
        if (values.isEmpty() || values.get(0).isBlank()) {
            throw scanner.error(line, "WaferID", "it is empty");
        }
        if (wafers.size() == limits.maxWafers()) {
            throw scanner.error(line, "WaferID", "the file has more than " + limits.maxWafers() + " wafers");
        }
        fields.remove("Slot");
        wafer = new KlarfWafer(file, line, values.get(0).strip(), limits.maxDefects());
    }

    private void finishWafer() {
        if (wafer != null) {
            wafers.add(wafer.build(waferFields == null ? fields : waferFields, Dialect.STATEMENTS));
        }
        wafer = null;
        waferFields = null;
    }

    /** The wafer that lists and summaries are of. What its fields are then, holds: the next wafer's may come early. */
    private KlarfWafer wafer(String keyword) {
        if (wafer == null) {
            throw scanner.error(keyword, "it comes before any WaferID");
        }
        if (waferFields == null) {
            waferFields = fields.copy();
        }
        return wafer;
    }

    private void defects() {
        KlarfWafer current = wafer("DefectList");
        DefectTable table = current.list();
        if (scanner.next() == Token.SEMICOLON) {
            return;
        }
        if (columns == null) {
            throw scanner.error("DefectRecordSpec", "it is missing before the list of defects");
        }
        table.columns(columns);
        DefectRow row = new DefectRow();
        while (scanner.kind() != Token.SEMICOLON) {
            if (table.full()) {
                throw scanner.error("DefectList", "a wafer has more than " + limits.maxDefects() + " defects");
            }
            int line = scanner.line();
            row(row, columns);
            table.add(row, line);
        }
    }

    /** Reads a row from its first value to the token behind it. */
    private void row(DefectRow row, DefectColumns layout) {
        for (int column = 0; column < layout.count(); column++) {
            if (scanner.kind() == Token.SEMICOLON) {
                throw scanner.error(
                        layout.name(column),
                        "the list ends after " + column + " of " + layout.count() + " values of a defect");
            }
            refuseEnd("DefectList");
            row.take(layout, column, scanner);
            if (layout.role(column) == DefectColumns.Role.IMAGES) {
                skipImages();
            }
            scanner.next();
        }
    }

    /** A count and so many pairs of a number and a kind, over as many lines as the tool likes. */
    private void skipImages() {
        long values = 2L * scanner.integer("IMAGELIST");
        for (long i = 0; i < values; i++) {
            if (scanner.next() != Token.WORD && scanner.kind() != Token.TEXT) {
                throw scanner.error("IMAGELIST", "the list ends after " + i + " of " + values + " values");
            }
        }
    }

    /** Dies that a test looked at; checked and not kept. */
    private void testPlan() {
        scanner.next();
        long expected = 2L * scanner.integer("SampleTestPlan");
        long found = 0;
        while (scanner.next() != Token.SEMICOLON) {
            scanner.integer("SampleTestPlan");
            found++;
        }
        if (found != expected) {
            throw scanner.error(
                    "SampleTestPlan",
                    "it announces " + expected / 2 + " dies and has " + found + " indices, not " + expected);
        }
    }

    private void summary() {
        KlarfWafer current = wafer("SummaryList");
        int counted = summaryColumns.indexOf("NDEFECT");
        if (counted < 0) {
            throw scanner.error("SummarySpec", "it is missing before SummaryList, or has no column NDEFECT");
        }
        int column = 0;
        while (scanner.next() != Token.SEMICOLON) {
            refuseEnd("SummaryList");
            if (column == counted) {
                current.summarised("SummaryList", scanner.line(), scanner.integer("NDEFECT"));
            }
            column = (column + 1) % summaryColumns.size();
        }
        if (column != 0) {
            throw scanner.error("SummaryList", "a row has " + column + " of " + summaryColumns.size() + " values");
        }
    }

    private List<String> names(String keyword) {
        List<String> values = values(keyword, COLUMNS);
        if (values.isEmpty() || !values.get(0).equals(Integer.toString(values.size() - 1))) {
            throw scanner.error(
                    keyword,
                    "it announces " + (values.isEmpty() ? "no" : values.get(0)) + " columns and names "
                            + Math.max(values.size() - 1, 0));
        }
        return values.subList(1, values.size());
    }

    private List<String> values(String keyword, int most) {
        List<String> values = new ArrayList<>();
        while (scanner.next() != Token.SEMICOLON) {
            refuseEnd(keyword);
            if (values.size() == most) {
                throw scanner.error(keyword, "it has more than " + most + " values; is a semicolon missing?");
            }
            values.add(scanner.text());
        }
        return values;
    }

    private void refuseEnd(String keyword) {
        if (scanner.kind() == Token.END) {
            throw scanner.error(keyword, "the file ends within it");
        }
    }
}
