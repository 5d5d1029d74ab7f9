package io.fleck.core.image;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of some formats into pixels. Stateless and safe for use by several threads.
 *
 * <p>To add a format: implement this and add a line to {@link ImageDecoders}; the contract test then covers it.
 */
public interface ImageDecoder {
    /** The formats that this decoder reads. */
    Set<PixelFormat> formats();

    /**
     * Decodes one picture.
     *
     * @param encoded a picture of one of {@link #formats()}
     * @param window window for formats of more than 8 bits; {@code null} means the format's full range
     * @param limits checked before anything large is allocated
     * @return the pixels, 1 or 3 channels
     * @throws DecodeException when the bytes cannot be decoded
     */
    Image decode(EncodedImage encoded, @Nullable BitWindow window, DecodeLimits limits);
}
