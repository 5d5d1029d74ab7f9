package io.fleck.core.wafer.klarf;

import io.fleck.core.wafer.format.ReadLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The lists of KLARF 1.8: columns with types, and rows that each end with a semicolon. */
final class KlarfLists {
    private static final int COLUMNS = 1_000;
    private static final int NESTING = 16;

    /** Takes the scanner's token as the value of a column. */
    private interface Cell {
        void take(int column);
    }

    private record Columns(List<String> names, List<Boolean> nested) {}

    private final KlarfScanner scanner;
    private final ReadLimits limits;

    KlarfLists(KlarfScanner scanner, ReadLimits limits) {
        this.scanner = scanner;
        this.limits = limits;
    }

    /** Reads a list from its name to its closing brace. Outside of a wafer nothing of it is used. */
    void read(@Nullable KlarfWafer wafer) {
        scanner.next();
        scanner.require(Token.WORD, "List", "the name of a list");
        String name = scanner.text();
        open(name);
        Columns columns = columns(name);
        int announced = rowsAnnounced(name);
        open(name);
        if (wafer != null && name.equals("DefectList")) {
            defects(columns, announced, wafer);
        } else if (wafer != null && columns.names().contains("NDEFECT")) {
            summary(name, columns, announced, wafer);
        } else if (name.equals("SampleTestPlanList")) {
            rows(
                    name,
                    columns,
                    announced,
                    column -> scanner.integer(columns.names().get(column)));
        } else {
            rows(name, columns, announced, column -> {});
        }
        scanner.next();
        scanner.require(Token.CLOSE, name, "a closing brace");
    }

    private void open(String name) {
        scanner.next();
        scanner.require(Token.OPEN, name, "an opening brace");
    }

    private int announced(String keyword, String list) {
        scanner.next();
        if (scanner.kind() != Token.WORD || !scanner.text().equals(keyword)) {
            throw scanner.error(list, "there is " + scanner.shown() + " where " + keyword + " must stand");
        }
        scanner.next();
        int count = scanner.integer(keyword);
        if (count < 0) {
            throw scanner.error(keyword, "it is " + count + "; it must be 0 or more");
        }
        return count;
    }

    private int rowsAnnounced(String list) {
        int rows = announced("Data", list);
        if (list.equals("DefectList") && rows > limits.maxDefects()) {
            throw scanner.error(list, "it announces " + rows + " defects; a wafer may have " + limits.maxDefects());
        }
        return rows;
    }

    private Columns columns(String list) {
        int announced = announced("Columns", list);
        if (announced > COLUMNS) {
            throw scanner.error("Columns", "it is " + announced + "; at most " + COLUMNS + " are read");
        }
        open(list);
        List<String> names = new ArrayList<>();
        List<Boolean> nested = new ArrayList<>();
        while (scanner.next() != Token.CLOSE) {
            if (scanner.kind() == Token.COMMA) {
                continue;
            }
            scanner.require(Token.WORD, list, "the type of a column");
            nested.add(scanner.text().toLowerCase(Locale.ROOT).endsWith("list"));
            scanner.next();
            scanner.require(Token.WORD, list, "the name of a column");
            names.add(scanner.text());
        }
        if (names.size() != announced) {
            throw scanner.error("Columns", "it announces " + announced + " columns and names " + names.size());
        }
        return new Columns(names, nested);
    }

    private void defects(Columns columns, int announced, KlarfWafer wafer) {
        DefectTable table = wafer.list();
        if (announced == 0) {
            rows("DefectList", columns, announced, column -> {});
            return;
        }
        DefectColumns layout = DefectColumns.of(columns.names(), scanner);
        table.columns(layout);
        DefectRow row = new DefectRow();
        int last = layout.count() - 1;
        int[] line = new int[1];
        rows("DefectList", columns, announced, column -> {
            line[0] = column == 0 ? scanner.line() : line[0];
            row.take(layout, column, scanner);
            if (column == last) {
                table.add(row, line[0]);
            }
        });
    }

    private void summary(String name, Columns columns, int announced, KlarfWafer wafer) {
        int counted = columns.names().indexOf("NDEFECT");
        rows(name, columns, announced, column -> {
            if (column == counted) {
                wafer.summarised(name, scanner.line(), scanner.integer("NDEFECT"));
            }
        });
    }

    private void rows(String list, Columns columns, int announced, Cell cell) {
        int rows = 0;
        while (scanner.next() != Token.CLOSE) {
            if (rows++ == announced) {
                throw scanner.error(list, "it announces " + announced + " rows and has more");
            }
            row(list, columns, cell);
        }
        if (rows != announced) {
            throw scanner.error(list, "it announces " + announced + " rows and has " + rows);
        }
    }

    private void row(String list, Columns columns, Cell cell) {
        int count = columns.names().size();
        for (int column = 0; column < count; column++) {
            if (scanner.kind() != Token.WORD && scanner.kind() != Token.TEXT) {
                throw scanner.error(
                        columns.names().get(column),
                        "there is " + scanner.shown() + " after " + column + " of " + count + " values of a row");
            }
            cell.take(column);
            if (columns.nested().get(column) && !scanner.text().equals("N")) {
                skipNested(columns.names().get(column));
            }
            scanner.next();
        }
        scanner.require(Token.SEMICOLON, list, "the semicolon behind the " + count + " values of a row");
    }

    /** A kind, a count and braces around what it counts. */
    private void skipNested(String name) {
        scanner.next();
        scanner.integer(name);
        open(name);
        int depth = 1;
        while (depth > 0) {
            Token token = scanner.next();
            depth += token == Token.OPEN ? 1 : token == Token.CLOSE ? -1 : 0;
            if (token == Token.END || depth > NESTING) {
                throw scanner.error(name, "its braces do not end");
            }
        }
    }
}
