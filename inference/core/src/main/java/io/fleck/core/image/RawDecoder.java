package io.fleck.core.image;

import io.fleck.core.image.sample.Channels;
import io.fleck.core.image.sample.Demosaic;
import io.fleck.core.image.sample.SampleTable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Frames as they left the sensor: grey, RGB, BGR and Bayer mosaics.
 *
 * <p>Samples of 10 to 16 bits are brought to 8 first, mosaics are interpolated after that.
 */
final class RawDecoder implements ImageDecoder {
    @Override
    public Set<PixelFormat> formats() {
        EnumSet<PixelFormat> formats = EnumSet.allOf(PixelFormat.class);
        formats.removeIf(format -> !format.raw());
        return formats;
    }

    @Override
    public Image decode(EncodedImage encoded, @Nullable BitWindow window, DecodeLimits limits) {
        RawLayout layout = RawLayout.of(encoded, limits);
        PixelFormat format = encoded.format();
        byte[] samples = format.bits() == 8 ? bytes(encoded.bytes(), layout) : levels(encoded, layout, window);
        if (format == PixelFormat.BGR8) {
            Channels.swapRedAndBlue(samples);
        }
        if (format.bayer()) {
            return demosaiced(samples, layout, format);
        }
        return new Image(layout.width(), layout.height(), format.samples(), samples);
    }

    private static Image demosaiced(byte[] mosaic, RawLayout layout, PixelFormat format) {
        byte[] rgb = Demosaic.bilinear(mosaic, layout.width(), layout.height(), format.pattern());
        return new Image(layout.width(), layout.height(), 3, rgb);
    }

    private static byte[] bytes(ByteBuffer source, RawLayout layout) {
        byte[] samples = new byte[layout.rowBytes() * layout.height()];
        for (int y = 0; y < layout.height(); y++) {
            int from = source.position() + y * layout.stride();
            source.get(from, samples, y * layout.rowBytes(), layout.rowBytes());
        }
        return samples;
    }

    private static byte[] levels(EncodedImage encoded, RawLayout layout, @Nullable BitWindow window) {
        int bits = encoded.format().bits();
        BitWindow shown = window == null ? BitWindow.full(bits) : window;
        SampleTable table = new SampleTable(bits, shown.low(), shown.high());
        int perRow = layout.rowBytes() / 2;
        byte[] levels = new byte[perRow * layout.height()];
        short[] row = new short[perRow];
        ByteBuffer source = encoded.bytes().slice().order(ByteOrder.LITTLE_ENDIAN);
        for (int y = 0; y < layout.height(); y++) {
            source.position(y * layout.stride()).asShortBuffer().get(row);
            table.apply(row, perRow, levels, y * perRow);
        }
        return levels;
    }
}
