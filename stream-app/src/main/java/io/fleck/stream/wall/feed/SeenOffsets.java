package io.fleck.stream.wall.feed;

import java.util.BitSet;

/** Which inputs of one partition have an outcome, from a first offset on. What is complete takes no memory. */
final class SeenOffsets {
    private static final int WORTH_A_SHIFT = 4_096;
    /** An outcome so far ahead of the first missing one leaves what lies between uncounted instead of taking memory. */
    private static final int WINDOW = 1 << 24;

    private long first;
    private BitSet seen = new BitSet();

    SeenOffsets(long first) {
        this.first = first;
    }

    /** Notes an outcome; false when the input lies before the first offset or had one before. */
    boolean add(long offset) {
        if (offset < first) {
            return false;
        }
        if (offset - first >= WINDOW) {
            shift(offset - first - WINDOW + 1);
        }
        int index = (int) (offset - first);
        boolean fresh = !seen.get(index);
        seen.set(index);
        int complete = seen.nextClearBit(0);
        if (complete >= WORTH_A_SHIFT) {
            shift(complete);
        }
        return fresh;
    }

    private void shift(long by) {
        first += by;
        seen = by >= seen.length() ? new BitSet() : seen.get((int) by, seen.length());
    }
}
