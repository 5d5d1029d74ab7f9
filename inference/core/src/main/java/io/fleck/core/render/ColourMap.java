package io.fleck.core.render;

/**
 * A colour for each of 256 levels. A handful of colours stand at equal distances, those between are interpolated.
 *
 * <p>{@link #INFERNO} grows evenly in lightness, so it reads in grey print too; {@link #TURBO} tells more levels apart.
 * Colours: matplotlib's inferno (CC0) and Google's turbo (Apache-2.0), within 7 of 255 levels.
 */
public enum ColourMap {
    /** Black, violet, red, orange, pale yellow. */
    INFERNO(
            0x000004, 0x0b0724, 0x210c4a, 0x3d0965, 0x57106e, 0x71196e, 0x8a226a, 0xa32c61, 0xbc3754, 0xd04545,
            0xe35933, 0xf1711f, 0xf98c0a, 0xfcaa0f, 0xf9c932, 0xf2e865, 0xfcffa4),
    /** Blue, cyan, green, yellow, red. */
    TURBO(
            0x30123b, 0x4040a2, 0x466be3, 0x4294ff, 0x28bceb, 0x18ddc2, 0x32f298, 0x6dfe62, 0xa4fc3c, 0xcbed34,
            0xecd13a, 0xfdae35, 0xfb8122, 0xec530f, 0xd23105, 0xac1701, 0x7a0403);

    @SuppressWarnings("ImmutableEnumChecker") // not written after construction
    private final int[] colours = new int[256];

    ColourMap(int... anchors) {
        for (int level = 0; level < colours.length; level++) {
            double position = level / 255.0 * (anchors.length - 1);
            int lower = Math.min((int) position, anchors.length - 2);
            colours[level] = mixed(anchors[lower], anchors[lower + 1], position - lower);
        }
    }

    private static int mixed(int from, int to, double part) {
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = from >> shift & 0xFF;
            int b = to >> shift & 0xFF;
            colour |= (int) Math.round(a + (b - a) * part) << shift;
        }
        return colour;
    }

    /**
     * The colour of a level as {@code 0xRRGGBB}.
     *
     * @param level from 0 to 255
     */
    public int colour(int level) {
        return colours[level];
    }
}
