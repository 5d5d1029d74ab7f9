package io.fleck.core.image;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The image formats that Fleck reads: one line a decoder. */
public final class ImageDecoders {
    private static final List<ImageDecoder> DECODERS = List.of(
            new JpegDecoder(), //
            new PngDecoder(),
            new RawDecoder());

    private static final Map<PixelFormat, ImageDecoder> BY_FORMAT = byFormat();

    private ImageDecoders() {}

    private static Map<PixelFormat, ImageDecoder> byFormat() {
        Map<PixelFormat, ImageDecoder> byFormat = new EnumMap<>(PixelFormat.class);
        DECODERS.forEach(decoder -> decoder.formats().forEach(format -> byFormat.put(format, decoder)));
        return Map.copyOf(byFormat);
    }

    /** All decoders, for the contract test. */
    static List<ImageDecoder> all() {
        return DECODERS;
    }

    /**
     * Decodes a picture with the decoder of its format.
     *
     * @param encoded the picture; its buffer's position and limit stay as they are
     * @param window what becomes 0 to 255 where the format has more than 8 bits; {@code null} means the full range
     * @param limits the most bytes and pixels, checked against the header before anything large is allocated
     * @return the pixels: 1 channel for grey, 3 for colour, in the orientation in which they are stored
     * @throws DecodeException when the bytes cannot be decoded, whatever is done
     */
    public static Image decode(EncodedImage encoded, @Nullable BitWindow window, DecodeLimits limits) {
        limits.checkBytes(encoded.bytes().remaining());
        ImageDecoder decoder = BY_FORMAT.get(encoded.format());
        if (decoder == null) {
            throw new DecodeException(
                    DecodeException.Reason.UNSUPPORTED,
                    "no decoder reads " + encoded.format().pfncName());
        }
        return decoder.decode(encoded, window, limits);
    }
}
