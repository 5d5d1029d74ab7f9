package io.fleck.core.wafer.klarf;

/** What the versions write differently. */
enum Dialect {
    /** 1.1 and 1.2: micrometres; the size is a kind and millimetres. */
    STATEMENTS(1, "Slot", "SetupID"),
    /** 1.8: nanometres; the size is width and height, the latter 0 for a round wafer. */
    RECORDS(1e-3, "SlotNumber", "RecipeID");

    private static final double ROUND = 1;
    private static final double MM_OF_NM = 1e-6;

    private final double unit;
    private final String slot;
    private final String recipe;

    Dialect(double unit, String slot, String recipe) {
        this.unit = unit;
        this.slot = slot;
        this.recipe = recipe;
    }

    /** Micrometres of the file's unit. */
    double unit() {
        return unit;
    }

    /** Field of the slot. */
    String slot() {
        return slot;
    }

    /** Field whose first value is the recipe. */
    String recipe() {
        return recipe;
    }

    /** Diameter in millimetres. */
    double diameterMm(KlarfFields fields, int line) {
        double first = fields.number("SampleSize", 0, line);
        double second = fields.number("SampleSize", 1, line);
        boolean round = this == STATEMENTS ? first == ROUND : second == 0;
        if (!round) {
            throw fields.error("SampleSize", "it is of a sample that is not round; only round wafers are read");
        }
        return this == STATEMENTS ? second : first * MM_OF_NM;
    }
}
