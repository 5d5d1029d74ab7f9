package io.fleck.core.image;

/**
 * How the bytes of a frame are encoded: a file format, or a raw format by its name in the GenICam Pixel Format Naming
 * Convention (PFNC). Formats of 10 to 16 bits are little endian, aligned to the least significant bit, two bytes a
 * sample; packed formats are not among them.
 */
public enum PixelFormat {
    /** JPEG file. */
    JPEG(0, 0, false),
    /** PNG file, 8 or 16 bit, grey or RGB. */
    PNG(0, 0, false),
    /** Grey, 8 bit. */
    MONO8(8, 1, false),
    /** Grey, 10 bit in 16. */
    MONO10(10, 1, false),
    /** Grey, 12 bit in 16. */
    MONO12(12, 1, false),
    /** Grey, 16 bit. */
    MONO16(16, 1, false),
    /** Red, green, blue, 8 bit each. */
    RGB8(8, 3, false),
    /** Blue, green, red, 8 bit each. */
    BGR8(8, 3, false),
    /** Bayer mosaic whose first row starts red, green. */
    BAYER_RG8(8, 1, true),
    /** Bayer mosaic whose first row starts green, blue. */
    BAYER_GB8(8, 1, true),
    /** Bayer mosaic whose first row starts green, red. */
    BAYER_GR8(8, 1, true),
    /** Bayer mosaic whose first row starts blue, green. */
    BAYER_BG8(8, 1, true),
    /** As {@link #BAYER_RG8}, 10 bit in 16. */
    BAYER_RG10(10, 1, true),
    /** As {@link #BAYER_GB8}, 10 bit in 16. */
    BAYER_GB10(10, 1, true),
    /** As {@link #BAYER_GR8}, 10 bit in 16. */
    BAYER_GR10(10, 1, true),
    /** As {@link #BAYER_BG8}, 10 bit in 16. */
    BAYER_BG10(10, 1, true),
    /** As {@link #BAYER_RG8}, 12 bit in 16. */
    BAYER_RG12(12, 1, true),
    /** As {@link #BAYER_GB8}, 12 bit in 16. */
    BAYER_GB12(12, 1, true),
    /** As {@link #BAYER_GR8}, 12 bit in 16. */
    BAYER_GR12(12, 1, true),
    /** As {@link #BAYER_BG8}, 12 bit in 16. */
    BAYER_BG12(12, 1, true),
    /** As {@link #BAYER_RG8}, 16 bit. */
    BAYER_RG16(16, 1, true),
    /** As {@link #BAYER_GB8}, 16 bit. */
    BAYER_GB16(16, 1, true),
    /** As {@link #BAYER_GR8}, 16 bit. */
    BAYER_GR16(16, 1, true),
    /** As {@link #BAYER_BG8}, 16 bit. */
    BAYER_BG16(16, 1, true);

    private final int bits;
    private final int samples;
    private final boolean bayer;

    PixelFormat(int bits, int samples, boolean bayer) {
        this.bits = bits;
        this.samples = samples;
        this.bayer = bayer;
    }

    /** Whether the bytes are pixels as they left the sensor, without a header. */
    public boolean raw() {
        return bits > 0;
    }

    /** Significant bits a sample; 0 for a file format. */
    public int bits() {
        return bits;
    }

    /** Samples a pixel: 1 or 3; 0 for a file format. */
    public int samples() {
        return samples;
    }

    /** Whether colour is a mosaic. */
    public boolean bayer() {
        return bayer;
    }

    /** Bytes a pixel of a raw format. */
    public int bytesPerPixel() {
        return samples * (bits > 8 ? 2 : 1);
    }
}
