package io.fleck.core.image;

import io.fleck.core.image.sample.FilterTable;
import io.fleck.core.image.sample.Resampling;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The one resize, the same when fitting and when streaming: a triangle filter, antialiased when it shrinks. Equal to
 * BILINEAR of Pillow 11, which goes across first, then down, with 8 bits in between; later versions go down first where
 * that is less work, which differs by at most one level.
 *
 * <p>Safe for use by several threads. It keeps the filter weights of the sizes it has seen, so share one.
 */
public final class Resizer {
    /** Far more than the stations of one process; only frames of ever new sizes get there. */
    private static final int MOST_TABLES = 256;

    private final Map<Sizes, FilterTable> tables = new ConcurrentHashMap<>();

    private record Sizes(int in, int out) {}

    /**
     * Resizes a part of a picture into a slot of a batch. Nothing outside the region has an influence.
     *
     * @param source grey or RGB
     * @param region part of the source
     * @param width target width in pixels, at least 1
     * @param height target height in pixels, at least 1
     * @param rgb gets {@code width * height * 3} bytes from its position on, which moves behind them: rows of RGB; grey
     *     is repeated
     * @throws IllegalArgumentException when the region leaves the picture or the buffer is too small
     */
    public void resize(Image source, Rectangle region, int width, int height, ByteBuffer rgb) {
        check(source, region, width, height);
        long bytes = 3L * width * height;
        if (rgb.remaining() < bytes) {
            throw new IllegalArgumentException("buffer with room for " + rgb.remaining() + " bytes; " + width + " x "
                    + height + " RGB pixels need " + bytes);
        }
        byte[] repeated = new byte[3 * width];
        resampling(source, region, width, height)
                .run(row -> rgb.put(source.channels() == 3 ? row : repeat(row, repeated)));
    }

    /** A picture in another size, with as many channels. */
    public Image resize(Image source, int width, int height) {
        Rectangle all = new Rectangle(0, 0, source.width(), source.height());
        check(source, all, width, height);
        ByteBuffer pixels = ByteBuffer.allocate(Math.multiplyExact(width * source.channels(), height));
        resampling(source, all, width, height).run(pixels::put);
        return new Image(width, height, source.channels(), pixels.array());
    }

    private static void check(Image source, Rectangle region, int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "resize to " + width + " x " + height + " pixels; both must be at least 1");
        }
        if (!region.fitsInto(source.width(), source.height())) {
            throw new IllegalArgumentException("region " + region + " leaves the picture of " + source.width() + " x "
                    + source.height() + " pixels");
        }
    }

    private Resampling resampling(Image source, Rectangle region, int width, int height) {
        int rowBytes = source.width() * source.channels();
        int origin = region.y() * rowBytes + region.x() * source.channels();
        return new Resampling(
                source.pixels(),
                source.channels(),
                rowBytes,
                origin,
                table(region.width(), width),
                table(region.height(), height));
    }

    private FilterTable table(int in, int out) {
        if (tables.size() >= MOST_TABLES) {
            tables.clear();
        }
        return tables.computeIfAbsent(new Sizes(in, out), sizes -> new FilterTable(sizes.in(), sizes.out()));
    }

    private static byte[] repeat(byte[] grey, byte[] rgb) {
        for (int i = 0, to = 0; i < grey.length; i++, to += 3) {
            rgb[to] = grey[i];
            rgb[to + 1] = grey[i];
            rgb[to + 2] = grey[i];
        }
        return rgb;
    }
}
