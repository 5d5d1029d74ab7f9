package io.fleck.core.wafer.cause;

/** Wafers and affected wafers by value of a column. */
@SuppressWarnings("ArrayRecordComponent") // made and read by one search
record Contingency(int[] wafers, int[] affected) {
    /**
     * Counts.
     *
     * @param from for each wafer the one whose value it is given
     */
    static Contingency of(Column column, boolean[] signature, int[] from) {
        int[] wafers = new int[column.values().size()];
        int[] affected = new int[wafers.length];
        for (int i = 0; i < signature.length; i++) {
            int code = column.codes()[from[i]];
            if (code != Column.NONE) {
                wafers[code]++;
                affected[code] += signature[i] ? 1 : 0;
            }
        }
        return new Contingency(wafers, affected);
    }

    /**
     * Mutual information of value and signature in nats, over wafers with a value.
     *
     * @param rate part of all wafers that are affected, in (0, 1)
     */
    double information(double rate, int all) {
        double sum = 0;
        for (int value = 0; value < wafers.length; value++) {
            sum += gain(value, rate);
        }
        return sum / all;
    }

    /** What a value's wafers contribute: how much their rate differs from the rate of all, times their number. */
    double gain(int value, double rate) {
        int others = wafers[value] - affected[value];
        return term(affected[value], wafers[value] * rate) + term(others, wafers[value] * (1 - rate));
    }

    private static double term(double observed, double expected) {
        return observed == 0 ? 0 : observed * Math.log(observed / expected);
    }

    /** The value whose wafers are affected more than the rate and contribute most; {@link Column#NONE} without one. */
    int guilty(double rate) {
        int guilty = Column.NONE;
        for (int value = 0; value < wafers.length; value++) {
            boolean more = affected[value] > wafers[value] * rate;
            if (more && (guilty == Column.NONE || gain(value, rate) > gain(guilty, rate))) {
                guilty = value;
            }
        }
        return guilty;
    }
}
