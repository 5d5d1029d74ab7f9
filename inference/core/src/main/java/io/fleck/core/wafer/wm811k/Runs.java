package io.fleck.core.wafer.wm811k;

import io.fleck.core.wafer.BinMap;
import java.util.Arrays;

/**
 * What runs of letters come to: A no die, B a die that passed, C one that failed.
 *
 * @param places all
 * @param dies those with a die
 * @param failed those with a die that failed
 */
record Runs(long places, long dies, long failed) {
    private static final long LONGEST = 1_000_000_000;

    /** Takes one run. */
    private interface Visitor {
        void run(char letter, long length);
    }

    /**
     * Adds up.
     *
     * @throws IllegalArgumentException saying which letter or count is wrong
     */
    static Runs count(String written) {
        long[] counts = new long[3];
        visit(written, (letter, length) -> counts[letter - 'A'] += length);
        return new Runs(counts[0] + counts[1] + counts[2], counts[1] + counts[2], counts[2]);
    }

    /** Writes the bins of all places, row by row. */
    static void fill(String written, int[] bins) {
        int[] at = new int[1];
        visit(written, (letter, length) -> {
            int bin = letter == 'A' ? BinMap.NO_DIE : letter == 'B' ? Wm811kRow.PASS : Wm811kRow.FAIL;
            Arrays.fill(bins, at[0], at[0] + (int) length, bin);
            at[0] += (int) length;
        });
    }

    private static void visit(String written, Visitor visitor) {
        long length = 0;
        boolean counted = false;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c >= '0' && c <= '9') {
                length = Math.min(length * 10 + (c - '0'), LONGEST);
                counted = true;
            } else if (c >= 'A' && c <= 'C') {
                visitor.run(c, counted ? length : 1);
                length = 0;
                counted = false;
            } else {
                throw new IllegalArgumentException(
                        "it has '" + c + "' at place " + (i + 1) + "; runs are counts and the letters A, B and C");
            }
        }
        if (counted) {
            throw new IllegalArgumentException("it ends with a count that has no letter");
        }
    }
}
