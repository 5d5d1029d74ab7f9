package io.fleck.core.detect;

/**
 * A score map brought to another size by bilinear interpolation between cell centres (half-pixel convention, edges
 * repeated), the rule of ONNX Resize {@code half_pixel} and of {@code align_corners=false}.
 *
 * <p>Works row by row: a frame of 64 megapixels needs no second frame of scores. Not safe for use by several threads.
 */
public final class BilinearMap {
    private final ScoreMap map;
    private final Axis columns;
    private final Axis rows;
    private final float[] blended;

    /**
     * A view of a map at another size.
     *
     * @param map the coarse map
     * @param width pixels a row, at least 1
     * @param height rows, at least 1
     */
    public BilinearMap(ScoreMap map, int width, int height) {
        this.map = map;
        this.columns = new Axis(map.width(), width);
        this.rows = new Axis(map.height(), height);
        this.blended = new float[map.width()];
    }

    /** Pixels a row. */
    public int width() {
        return columns.size();
    }

    /** Rows. */
    public int height() {
        return rows.size();
    }

    /**
     * Interpolates one row.
     *
     * @param y from 0 to {@link #height()} - 1
     * @param into receives {@link #width()} scores
     */
    public void row(int y, float[] into) {
        blendRows(y);
        for (int x = 0; x < columns.size(); x++) {
            int left = columns.lower(x);
            into[x] = mix(blended[left], blended[columns.upper(x)], columns.fraction(x));
        }
    }

    /** An upper limit of the scores of one row, cheaper than the row. */
    float rowLimit(int y) {
        blendRows(y);
        float limit = blended[0];
        for (float score : blended) {
            limit = Math.max(limit, score);
        }
        return limit;
    }

    /** The whole map at the new size. */
    public ScoreMap whole() {
        float[] scores = new float[Math.multiplyExact(columns.size(), rows.size())];
        float[] row = new float[columns.size()];
        for (int y = 0; y < rows.size(); y++) {
            row(y, row);
            System.arraycopy(row, 0, scores, y * row.length, row.length);
        }
        return new ScoreMap(columns.size(), rows.size(), scores);
    }

    /** The pixel column whose centre is nearest to the centre of a cell's column. */
    int nearestColumn(int cell) {
        return columns.nearest(cell);
    }

    /** The pixel row whose centre is nearest to the centre of a cell's row. */
    int nearestRow(int cell) {
        return rows.nearest(cell);
    }

    private void blendRows(int y) {
        int upper = rows.lower(y) * map.width();
        int lower = rows.upper(y) * map.width();
        float fraction = rows.fraction(y);
        for (int cell = 0; cell < blended.length; cell++) {
            blended[cell] = mix(map.scores()[upper + cell], map.scores()[lower + cell], fraction);
        }
    }

    /** Equal neighbours give exactly their value, so a flat map stays flat and a limit stays a limit. */
    private static float mix(float a, float b, float fraction) {
        return a + (b - a) * fraction;
    }

    /** Where each pixel of one direction lies between two cells. */
    private static final class Axis {
        private final int cells;
        private final int[] lower;
        private final float[] fraction;

        Axis(int cells, int pixels) {
            if (pixels < 1) {
                throw new IllegalArgumentException("score map brought to " + pixels + " pixels; at least 1");
            }
            this.cells = cells;
            this.lower = new int[pixels];
            this.fraction = new float[pixels];
            double scale = (double) cells / pixels;
            for (int pixel = 0; pixel < pixels; pixel++) {
                double position = Math.max(0, (pixel + 0.5) * scale - 0.5);
                lower[pixel] = Math.min((int) position, cells - 1);
                fraction[pixel] = (float) (position - lower[pixel]);
            }
        }

        int size() {
            return lower.length;
        }

        int lower(int pixel) {
            return lower[pixel];
        }

        int upper(int pixel) {
            return Math.min(lower[pixel] + 1, cells - 1);
        }

        float fraction(int pixel) {
            return fraction[pixel];
        }

        int nearest(int cell) {
            double position = (cell + 0.5) * lower.length / cells - 0.5;
            return (int) Math.min(lower.length - 1, Math.max(0, Math.round(position)));
        }
    }
}
