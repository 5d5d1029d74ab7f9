package io.fleck.core.image.sample;

/** Rearranges interleaved samples. */
public final class Channels {
    private Channels() {}

    /** Turns BGR into RGB, in place. */
    public static void swapRedAndBlue(byte[] pixels) {
        for (int i = 0; i + 2 < pixels.length; i += 3) {
            byte first = pixels[i];
            pixels[i] = pixels[i + 2];
            pixels[i + 2] = first;
        }
    }

    /** The first {@code kept} of every {@code present} samples; the array itself where that is all of them. */
    public static byte[] first(byte[] samples, int present, int kept) {
        if (present == kept) {
            return samples;
        }
        byte[] result = new byte[samples.length / present * kept];
        for (int from = 0, to = 0; to < result.length; from += present, to += kept) {
            for (int c = 0; c < kept; c++) {
                result[to + c] = samples[from + c];
            }
        }
        return result;
    }
}
