package io.fleck.core.image;

import io.fleck.core.image.sample.BayerPattern;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the bytes of a frame are encoded: a file format, or a raw format by its name in the GenICam Pixel Format Naming
 * Convention (PFNC). Formats of 10 to 16 bits are little endian, aligned to the least significant bit, two bytes a
 * sample; packed formats are not among them.
 */
public enum PixelFormat {
    /** JPEG file: baseline or progressive, 8 bit, grey or colour. */
    JPEG("JPEG", 0, 0, BayerPattern.NONE),
    /** PNG file: 1 to 16 bit, grey, RGB or palette; transparency is ignored. */
    PNG("PNG", 0, 0, BayerPattern.NONE),
    /** Grey, 8 bit. */
    MONO8("Mono8", 8, 1, BayerPattern.NONE),
    /** Grey, 10 bit in 16. */
    MONO10("Mono10", 10, 1, BayerPattern.NONE),
    /** Grey, 12 bit in 16. */
    MONO12("Mono12", 12, 1, BayerPattern.NONE),
    /** Grey, 16 bit. */
    MONO16("Mono16", 16, 1, BayerPattern.NONE),
    /** Red, green, blue, 8 bit each. */
    RGB8("RGB8", 8, 3, BayerPattern.NONE),
    /** Blue, green, red, 8 bit each. */
    BGR8("BGR8", 8, 3, BayerPattern.NONE),
    /** Bayer mosaic whose first row starts red, green. */
    BAYER_RG8("BayerRG8", 8, 1, BayerPattern.RG),
    /** Bayer mosaic whose first row starts green, blue. */
    BAYER_GB8("BayerGB8", 8, 1, BayerPattern.GB),
    /** Bayer mosaic whose first row starts green, red. */
    BAYER_GR8("BayerGR8", 8, 1, BayerPattern.GR),
    /** Bayer mosaic whose first row starts blue, green. */
    BAYER_BG8("BayerBG8", 8, 1, BayerPattern.BG),
    /** As {@link #BAYER_RG8}, 10 bit in 16. */
    BAYER_RG10("BayerRG10", 10, 1, BayerPattern.RG),
    /** As {@link #BAYER_GB8}, 10 bit in 16. */
    BAYER_GB10("BayerGB10", 10, 1, BayerPattern.GB),
    /** As {@link #BAYER_GR8}, 10 bit in 16. */
    BAYER_GR10("BayerGR10", 10, 1, BayerPattern.GR),
    /** As {@link #BAYER_BG8}, 10 bit in 16. */
    BAYER_BG10("BayerBG10", 10, 1, BayerPattern.BG),
    /** As {@link #BAYER_RG8}, 12 bit in 16. */
    BAYER_RG12("BayerRG12", 12, 1, BayerPattern.RG),
    /** As {@link #BAYER_GB8}, 12 bit in 16. */
    BAYER_GB12("BayerGB12", 12, 1, BayerPattern.GB),
    /** As {@link #BAYER_GR8}, 12 bit in 16. */
    BAYER_GR12("BayerGR12", 12, 1, BayerPattern.GR),
    /** As {@link #BAYER_BG8}, 12 bit in 16. */
    BAYER_BG12("BayerBG12", 12, 1, BayerPattern.BG),
    /** As {@link #BAYER_RG8}, 16 bit. */
    BAYER_RG16("BayerRG16", 16, 1, BayerPattern.RG),
    /** As {@link #BAYER_GB8}, 16 bit. */
    BAYER_GB16("BayerGB16", 16, 1, BayerPattern.GB),
    /** As {@link #BAYER_GR8}, 16 bit. */
    BAYER_GR16("BayerGR16", 16, 1, BayerPattern.GR),
    /** As {@link #BAYER_BG8}, 16 bit. */
    BAYER_BG16("BayerBG16", 16, 1, BayerPattern.BG);

    private static final Map<String, PixelFormat> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(PixelFormat::pfncName, Function.identity()));
    /** Mono10p, Mono12Packed, BayerRG10p, RGB10p32 and their like: samples that share bytes. */
    private static final Pattern PACKED = Pattern.compile(".*(p\\d*|[Pp]acked)");

    private final String pfncName;
    private final int bits;
    private final int samples;
    private final BayerPattern pattern;

    PixelFormat(String pfncName, int bits, int samples, BayerPattern pattern) {
        this.pfncName = pfncName;
        this.bits = bits;
        this.samples = samples;
        this.pattern = pattern;
    }

    /**
     * The format of that PFNC name, or {@code JPEG} or {@code PNG}; upper and lower case matter.
     *
     * @throws DecodeException (UNSUPPORTED) for any other name; packed formats are told apart from unknown ones
     */
    public static PixelFormat ofName(String name) {
        PixelFormat format = BY_NAME.get(name);
        if (format == null) {
            throw new DecodeException(
                    DecodeException.Reason.UNSUPPORTED,
                    "pixel format '" + name + "' is "
                            + (PACKED.matcher(name).matches() ? "packed, its samples share bytes" : "not known")
                            + "; allowed are " + allowedNames());
        }
        return format;
    }

    private static String allowedNames() {
        return Stream.of(values()).map(PixelFormat::pfncName).collect(Collectors.joining(", "));
    }

    /** Name in the Pixel Format Naming Convention, such as {@code BayerRG8}; {@code JPEG} or {@code PNG} for a file. */
    public String pfncName() {
        return pfncName;
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
        return pattern != BayerPattern.NONE;
    }

    /** Where the mosaic's colours lie. */
    BayerPattern pattern() {
        return pattern;
    }

    /** Bytes a pixel of a raw format. */
    public int bytesPerPixel() {
        return samples * (bits > 8 ? 2 : 1);
    }
}
