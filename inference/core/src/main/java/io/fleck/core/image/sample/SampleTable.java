package io.fleck.core.image.sample;

/** Brings samples of more than 8 bits to 8: one lookup a sample. */
public final class SampleTable {
    private final byte[] levels;

    /**
     * A table that is linear from {@code low} to {@code high}, rounded to the nearest level, and constant beyond.
     *
     * @param bits significant bits a sample, 9 to 16
     * @param low sample that becomes 0, at least 0
     * @param high sample that becomes 255, above low, at most 65535
     */
    public SampleTable(int bits, int low, int high) {
        this.levels = new byte[1 << bits];
        int range = high - low;
        for (int sample = 0; sample < levels.length; sample++) {
            int above = Math.min(Math.max(sample - low, 0), range);
            levels[sample] = (byte) ((2 * 255 * above + range) / (2 * range));
        }
    }

    /**
     * Writes the levels of the first {@code count} samples to {@code target} from {@code offset} on. A sample with more
     * bits than expected, which a sensor leaves 0, counts as saturated.
     */
    public void apply(short[] samples, int count, byte[] target, int offset) {
        int last = levels.length - 1;
        for (int i = 0; i < count; i++) {
            target[offset + i] = levels[Math.min(samples[i] & 0xFFFF, last)];
        }
    }
}
