package io.fleck.fitting.synthetic;

/** Value noise: random values on a lattice, smooth in between. */
final class Noise {
    private Noise() {}

    /**
     * Adds noise to a field.
     *
     * @param field of {@code size * size} values
     * @param cellX lattice distance along the rows, in pixels
     * @param cellY lattice distance along the columns, in pixels
     * @param amplitude largest value added
     * @param seed which noise
     */
    static void add(float[] field, int size, float cellX, float cellY, float amplitude, int seed) {
        float[] columns = new float[(int) (size / cellX) + 2];
        for (int y = 0; y < size; y++) {
            float row = y / cellY;
            int above = (int) row;
            float part = smooth(row - above);
            for (int i = 0; i < columns.length; i++) {
                float upper = lattice(i, above, seed);
                columns[i] = amplitude * (upper + (lattice(i, above + 1, seed) - upper) * part);
            }
            addRow(field, y * size, size, columns, 1 / cellX);
        }
    }

    private static void addRow(float[] field, int start, int size, float[] columns, float step) {
        for (int x = 0; x < size; x++) {
            float column = x * step;
            int left = (int) column;
            field[start + x] += columns[left] + (columns[left + 1] - columns[left]) * smooth(column - left);
        }
    }

    /** Noise at one place of a line, from -1 to 1. */
    static float along(float position, int seed) {
        int left = (int) Math.floor(position);
        float from = lattice(left, 0, seed);
        return from + (lattice(left + 1, 0, seed) - from) * smooth(position - left);
    }

    private static float smooth(float t) {
        return t * t * (3 - 2 * t);
    }

    /** The lattice's own values, evenly spread from -1 to 1. */
    static float lattice(int x, int y, int seed) {
        int hash = x * 0x27d4eb2d ^ y * 0x165667b1 ^ seed * 0x9e3779b1;
        hash = (hash ^ hash >>> 15) * 0x2c1b3c6d;
        hash = (hash ^ hash >>> 12) * 0x297a2d39;
        return (hash ^ hash >>> 15) * 0x1p-31f;
    }
}
