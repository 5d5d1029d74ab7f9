package io.fleck.core.image.sample;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * One resize across and down with two filter tables, row by row, with only as many source rows resampled across as the filter is high. That
 * keeps all it touches in the processor's cache.
 */
public final class Resampling {
    private static final int HALF = 1 << (FilterTable.PRECISION_BITS - 1);

    private final byte[] pixels;
    private final int channels;
    private final int rowBytes;
    private final int origin;
    private final FilterTable across;
    private final FilterTable down;
    /** Source rows at the target's width; row y is at {@code y % ring.length}. As int, for a loop that vectorises. */
    private final int[][] ring;

    private int resampled;

    /**
     * Prepares a run.
     *
     * @param pixels interleaved samples of the whole picture
     * @param channels samples a pixel, 1 or 3
     * @param rowBytes samples from row to row of the picture
     * @param origin index of the first sample of the part to resize
     * @param across filter for its rows
     * @param down filter for its columns
     */
    public Resampling(byte[] pixels, int channels, int rowBytes, int origin, FilterTable across, FilterTable down) {
        this.pixels = pixels;
        this.channels = channels;
        this.rowBytes = rowBytes;
        this.origin = origin;
        this.across = across;
        this.down = down;
        this.ring = new int[down.taps()][across.size() * channels];
    }

    /** Hands over the target's rows from top to bottom; the array is used again for the next one. */
    public void run(Consumer<byte[]> rows) {
        int[] sums = new int[across.size() * channels];
        byte[] row = new byte[sums.length];
        for (int y = 0; y < down.size(); y++) {
            Arrays.fill(sums, HALF);
            int[] weights = down.weights(y);
            for (int i = 0; i < weights.length; i++) {
                addWeighted(sums, sourceRow(down.first(y) + i), weights[i]);
            }
            toBytes(sums, row);
            rows.accept(row);
        }
    }

    private int[] sourceRow(int y) {
        int[] row = ring[y % ring.length];
        if (y >= resampled) {
            resampled = y + 1;
            if (channels == 1) {
                acrossGrey(origin + y * rowBytes, row);
            } else {
                acrossRgb(origin + y * rowBytes, row);
            }
        }
        return row;
    }

    private static void addWeighted(int[] sums, int[] row, int weight) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += row[i] * weight;
        }
    }

    private static void toBytes(int[] sums, byte[] row) {
        for (int i = 0; i < sums.length; i++) {
            row[i] = (byte) level(sums[i]);
        }
    }

    /** No weight is negative; over thousands of taps their rounding may add up to more than one. */
    private static int level(int sum) {
        return Math.min(sum >> FilterTable.PRECISION_BITS, 255);
    }

    private void acrossGrey(int start, int[] row) {
        for (int x = 0; x < row.length; x++) {
            int from = start + across.first(x);
            int sum = HALF;
            for (int weight : across.weights(x)) {
                sum += (pixels[from++] & 0xFF) * weight;
            }
            row[x] = level(sum);
        }
    }

    private void acrossRgb(int start, int[] row) {
        for (int x = 0, to = 0; to < row.length; x++, to += 3) {
            int from = start + 3 * across.first(x);
            int red = HALF;
            int green = HALF;
            int blue = HALF;
            for (int weight : across.weights(x)) {
                red += (pixels[from] & 0xFF) * weight;
                green += (pixels[from + 1] & 0xFF) * weight;
                blue += (pixels[from + 2] & 0xFF) * weight;
                from += 3;
            }
            row[to] = level(red);
            row[to + 1] = level(green);
            row[to + 2] = level(blue);
        }
    }
}
