package io.fleck.core.wafer.klarf;

import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.format.MapFile;
import io.fleck.core.wafer.format.ReadLimits;
import io.fleck.core.wafer.format.WaferMaps;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of KLARF 1.8: records within records, fields and lists in braces. A lot's fields may follow its wafers, so
 * wafers are built when the whole file has been read. Used once.
 */
final class KlarfRecords {
    private static final String VERSION = "1.8";
    private static final int DEPTH = 16;
    private static final int VALUES = 1_000;

    private record Pending(KlarfWafer wafer, KlarfFields fields) {}

    private final MapFile file;
    private final ReadLimits limits;
    private final KlarfScanner scanner;
    private final KlarfLists lists;
    private final List<Pending> wafers = new ArrayList<>();

    KlarfRecords(MapFile file, ReadLimits limits) {
        this.file = file;
        this.limits = limits;
        this.scanner = new KlarfScanner(file, true);
        this.lists = new KlarfLists(scanner, limits);
    }

    WaferMaps read() {
        KlarfFields fields = KlarfFields.of(file.name());
        keyword("Record");
        keyword("FileRecord");
        scanner.next();
        if (!scanner.text().equals(VERSION)) {
            throw scanner.error("FileRecord", "it is of version " + scanner.shown() + "; 1.1, 1.2 and 1.8 are read");
        }
        scanner.next();
        body("FileRecord", fields, null, 1);
        keyword("EndOfFile");
        if (scanner.next() == Token.SEMICOLON) {
            scanner.next();
        }
        scanner.require(Token.END, "EndOfFile", "nothing");
        return new WaferMaps("KLARF " + VERSION, build());
    }

    private List<DefectMap> build() {
        if (wafers.isEmpty()) {
            throw scanner.error("WaferRecord", "the file has no wafer");
        }
        return wafers.stream()
                .map(pending -> pending.wafer().build(pending.fields(), Dialect.RECORDS))
                .toList();
    }

    private void keyword(String expected) {
        scanner.next();
        if (scanner.kind() != Token.WORD || !scanner.text().equals(expected)) {
            throw scanner.error(expected, "there is " + scanner.shown() + " where " + expected + " must stand");
        }
    }

    /** What stands between the braces of a record. */
    private void body(String name, KlarfFields fields, @Nullable KlarfWafer wafer, int depth) {
        if (depth > DEPTH) {
            throw scanner.error(name, "records lie more than " + DEPTH + " deep");
        }
        scanner.require(Token.OPEN, name, "an opening brace");
        while (scanner.next() != Token.CLOSE) {
            if (scanner.kind() == Token.END) {
                throw scanner.error(name, "the file ends within it");
            }
            switch (scanner.text()) {
                case "Record" -> record(fields, wafer, depth);
                case "Field" -> field(fields);
                case "List" -> lists.read(wafer);
                default ->
                    throw scanner.error(
                            name, "there is " + scanner.shown() + " where Record, Field or List must stand");
            }
        }
    }

    private void record(KlarfFields fields, @Nullable KlarfWafer wafer, int depth) {
        String name = word("the name of a record");
        int line = scanner.line();
        KlarfFields within = fields.within();
        String id = id();
        if (name.equals("LotRecord")) {
            within.put("LotID", line, List.of(id));
        }
        body(name, within, name.equals("WaferRecord") ? begin(line, id, within) : wafer, depth + 1);
    }

    /** A record's id, where it has one; then the brace is next. */
    private String id() {
        if (scanner.next() == Token.OPEN) {
            return "";
        }
        String id = scanner.text().strip();
        scanner.next();
        return id;
    }

    private KlarfWafer begin(int line, String id, KlarfFields fields) {
        if (id.isEmpty()) {
            throw scanner.error("WaferRecord", "its id is empty");
        }
        if (wafers.size() == limits.maxWafers()) {
            throw scanner.error("WaferRecord", "the file has more than " + limits.maxWafers() + " wafers");
        }
        KlarfWafer wafer = new KlarfWafer(file, line, id, limits.maxDefects());
        wafers.add(new Pending(wafer, fields));
        return wafer;
    }

    private void field(KlarfFields fields) {
        String name = word("the name of a field");
        int line = scanner.line();
        scanner.next();
        int announced = scanner.integer(name);
        scanner.next();
        scanner.require(Token.OPEN, name, "an opening brace");
        List<String> values = new ArrayList<>();
        while (scanner.next() != Token.CLOSE) {
            if (scanner.kind() == Token.END || values.size() == VALUES) {
                throw scanner.error(name, "its values do not end");
            }
            if (scanner.kind() != Token.COMMA) {
                values.add(scanner.text());
            }
        }
        if (values.size() != announced) {
            throw scanner.error(line, name, "it announces " + announced + " values and has " + values.size());
        }
        fields.put(name, line, values);
    }

    private String word(String what) {
        scanner.next();
        scanner.require(Token.WORD, "", what);
        return scanner.text();
    }
}
