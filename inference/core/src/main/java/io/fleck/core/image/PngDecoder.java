package io.fleck.core.image;

import io.fleck.core.image.PngHeader.Colour;
import io.fleck.core.image.sample.Channels;
import io.fleck.core.image.sample.SampleTable;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.ImageTypeSpecifier;
import org.jspecify.annotations.Nullable;

/**
 * PNG through the reader of the JDK: every colour type and depth. Grey stays one channel, a palette becomes RGB. Opacity
 * is dropped, gamma and colour profile are ignored. 16 bit samples go through the window, fewer than 8 bits are spread
 * to the full range.
 */
final class PngDecoder implements ImageDecoder {
    @Override
    public Set<PixelFormat> formats() {
        return Set.of(PixelFormat.PNG);
    }

    @Override
    public Image decode(EncodedImage encoded, @Nullable BitWindow window, DecodeLimits limits) {
        PngStructure structure = PngStructure.read(encoded.bytes(), limits);
        BufferedImage picture = JdkReader.read(PixelFormat.PNG, structure.essentials(), PngDecoder::asStored);
        PngHeader header = structure.header();
        return new Image(
                header.width(),
                header.height(),
                header.colour().channels(),
                samples(header, picture, window == null ? BitWindow.full(16) : window));
    }

    /** The reader offers the types for drawing first, the one that keeps the order of the file last. */
    private static ImageTypeSpecifier asStored(Iterator<ImageTypeSpecifier> offered) {
        ImageTypeSpecifier last = offered.next();
        while (offered.hasNext()) {
            last = offered.next();
        }
        return last;
    }

    private static byte[] samples(PngHeader header, BufferedImage picture, BitWindow window) {
        Colour colour = header.colour();
        if (colour == Colour.PALETTE) {
            return coloured(picture);
        }
        if (header.bits() < 8) {
            return spread(picture.getRaster(), 255 / ((1 << header.bits()) - 1));
        }
        return Channels.first(
                header.bits() == 8 ? bytes(picture) : levels(picture, window), colour.samples(), colour.channels());
    }

    private static byte[] bytes(BufferedImage picture) {
        return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    }

    private static byte[] levels(BufferedImage picture, BitWindow window) {
        short[] samples = ((DataBufferUShort) picture.getRaster().getDataBuffer()).getData();
        byte[] levels = new byte[samples.length];
        new SampleTable(16, window.low(), window.high()).apply(samples, samples.length, levels, 0);
        return levels;
    }

    private static byte[] spread(WritableRaster raster, int factor) {
        int width = raster.getWidth();
        byte[] levels = new byte[width * raster.getHeight()];
        int[] row = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                levels[y * width + x] = (byte) (row[x] * factor);
            }
        }
        return levels;
    }

    private static byte[] coloured(BufferedImage picture) {
        IndexColorModel palette = (IndexColorModel) picture.getColorModel();
        int width = picture.getWidth();
        byte[] rgb = new byte[width * picture.getHeight() * 3];
        int[] row = new int[width];
        int to = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int index : picture.getRaster().getPixels(0, y, width, 1, row)) {
                rgb[to++] = (byte) palette.getRed(index);
                rgb[to++] = (byte) palette.getGreen(index);
                rgb[to++] = (byte) palette.getBlue(index);
            }
        }
        return rgb;
    }
}
