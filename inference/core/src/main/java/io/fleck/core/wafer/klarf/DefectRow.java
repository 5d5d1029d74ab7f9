package io.fleck.core.wafer.klarf;

/** The values of one defect as they are read. Used for row after row. */
final class DefectRow {
    private double withinX;
    private double withinY;
    private int dieX;
    private int dieY;
    private double size;
    private int classNumber;

    /** Takes the scanner's token as the value of a column, unless the column does not matter. */
    void take(DefectColumns columns, int column, KlarfScanner scanner) {
        String name = columns.name(column);
        switch (columns.role(column)) {
            case X_WITHIN -> withinX = scanner.number(name);
            case Y_WITHIN -> withinY = scanner.number(name);
            case X_DIE -> dieX = scanner.integer(name);
            case Y_DIE -> dieY = scanner.integer(name);
            case CLASS -> classNumber = scanner.integer(name);
            case SIZE -> size = size(scanner, name);
            case ID -> scanner.integer(name);
            case IGNORED, IMAGES -> {
                // any word or text may stand there
            }
        }
    }

    private static double size(KlarfScanner scanner, String name) {
        double value = scanner.number(name);
        if (value < 0) {
            throw scanner.error(name, "it is " + scanner.shown() + "; it must be 0 or more");
        }
        return value;
    }

    double withinX() {
        return withinX;
    }

    double withinY() {
        return withinY;
    }

    int dieX() {
        return dieX;
    }

    int dieY() {
        return dieY;
    }

    double size() {
        return size;
    }

    int classNumber() {
        return classNumber;
    }
}
