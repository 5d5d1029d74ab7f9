package io.fleck.core.wafer.format;

/**
 * What a reader may be made to allocate. Checked before the memory is taken.
 *
 * @param maxBytes largest file, unpacked
 * @param maxWafers most wafers in a file
 * @param maxDefects most defects on a wafer
 * @param maxDies most places of a die grid, those without a die among them
 */
public record ReadLimits(long maxBytes, int maxWafers, int maxDefects, int maxDies) {
    /** 256 MiB, 100,000 wafers, a million defects each (a record of about 16 MiB), grids of four million places. */
    public static final ReadLimits DEFAULT = new ReadLimits(256L << 20, 100_000, 1_000_000, 4_000_000);

    private static final long MOST_BYTES = Integer.MAX_VALUE - 8;

    /** Checks that all are positive and that an array can hold the file. */
    public ReadLimits {
        if (maxBytes < 1 || maxBytes > MOST_BYTES) {
            throw new IllegalArgumentException("maxBytes is " + maxBytes + "; it must be 1 to " + MOST_BYTES);
        }
        if (maxWafers < 1 || maxDefects < 1 || maxDies < 1) {
            throw new IllegalArgumentException("limits of " + maxWafers + " wafers, " + maxDefects + " defects and "
                    + maxDies + " dies; all must be at least 1");
        }
    }
}
