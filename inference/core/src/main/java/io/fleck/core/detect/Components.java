package io.fleck.core.detect;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * The 8-connected components of a mask, found by a union-find over its runs: time and memory follow the number of runs,
 * not of pixels.
 */
final class Components {
    private final int width;
    private int[] rows = new int[64];
    private int[] froms = new int[64];
    private int[] tos = new int[64];
    private int[] parents = new int[64];
    private int count;
    private final int[] rowStarts;
    private final int components;

    Components(Mask mask) {
        this.width = mask.width();
        split(mask);
        this.rowStarts = indexRows(mask.height());
        for (int y = 1; y < mask.height(); y++) {
            joinRows(y - 1, y);
        }
        this.components = number();
    }

    /** Number of components. */
    int size() {
        return components;
    }

    /** Number of runs, none of which crosses the end of a row. */
    int runs() {
        return count;
    }

    int row(int run) {
        return rows[run];
    }

    /** First column of a run. */
    int from(int run) {
        return froms[run];
    }

    /** Column after a run. */
    int to(int run) {
        return tos[run];
    }

    /** Component of a run, numbered from 0 in reading order of their first pixels. */
    int component(int run) {
        return parents[run];
    }

    /** Whether a pixel is inside the mask; a pixel beyond the frame is not. */
    boolean contains(int x, int y) {
        return runAt(x, y).isPresent();
    }

    /** The run that a pixel lies in; empty outside the mask or beyond the frame. */
    OptionalInt runAt(int x, int y) {
        if (y < 0 || y >= rowStarts.length - 1) {
            return OptionalInt.empty();
        }
        int found = Arrays.binarySearch(froms, rowStarts[y], rowStarts[y + 1], x);
        int run = found >= 0 ? found : -found - 2;
        return run >= rowStarts[y] && x < tos[run] ? OptionalInt.of(run) : OptionalInt.empty();
    }

    /** A run of the mask may cross ends of rows; ours do not. */
    private void split(Mask mask) {
        long position = 0;
        for (int i = 0; i < mask.runs().length; i++) {
            long end = position + mask.runs()[i];
            while (i % 2 == 1 && position < end) {
                int x = (int) (position % width);
                int length = (int) Math.min(end - position, width - x);
                add((int) (position / width), x, length);
                position += length;
            }
            position = end;
        }
    }

    private void add(int row, int from, int length) {
        if (count > 0 && rows[count - 1] == row && tos[count - 1] == from) {
            tos[count - 1] += length;
            return;
        }
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, 2 * count);
            froms = Arrays.copyOf(froms, 2 * count);
            tos = Arrays.copyOf(tos, 2 * count);
            parents = Arrays.copyOf(parents, 2 * count);
        }
        rows[count] = row;
        froms[count] = from;
        tos[count] = from + length;
        parents[count] = count;
        count++;
    }

    private int[] indexRows(int height) {
        int[] starts = new int[height + 1];
        int run = 0;
        for (int y = 0; y < height; y++) {
            starts[y] = run;
            while (run < count && rows[run] == y) {
                run++;
            }
        }
        starts[height] = count;
        return starts;
    }

    /** Runs of neighbouring rows touch, diagonals included, when neither ends before the other begins. */
    private void joinRows(int upperRow, int lowerRow) {
        int upper = rowStarts[upperRow];
        int lower = rowStarts[lowerRow];
        while (upper < rowStarts[upperRow + 1] && lower < rowStarts[lowerRow + 1]) {
            if (froms[upper] <= tos[lower] && froms[lower] <= tos[upper]) {
                join(upper, lower);
            }
            if (tos[upper] < tos[lower]) {
                upper++;
            } else {
                lower++;
            }
        }
    }

    /** The earlier run becomes the root, so a root is its component's first run in reading order. */
    private void join(int a, int b) {
        int rootA = root(a);
        int rootB = root(b);
        parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }

    private int root(int run) {
        int root = run;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    /** Replaces parents by component numbers; a root comes before every other run of its component. */
    private int number() {
        int found = 0;
        for (int run = 0; run < count; run++) {
            parents[run] = root(run);
        }
        int[] numbers = new int[count];
        for (int run = 0; run < count; run++) {
            numbers[run] = parents[run] == run ? found++ : numbers[parents[run]];
        }
        parents = numbers;
        return found;
    }
}
