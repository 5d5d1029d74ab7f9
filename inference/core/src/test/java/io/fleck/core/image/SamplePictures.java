package io.fleck.core.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Small valid pictures of every format, for tests. */
public final class SamplePictures {
    /** Size of {@link #of}. */
    static final int WIDTH = 24;

    /** Size of {@link #of}. */
    static final int HEIGHT = 18;

    private SamplePictures() {}

    /** A picture of {@link #WIDTH} x {@link #HEIGHT} pixels in that format. */
    public static EncodedImage of(PixelFormat format) {
        if (format == PixelFormat.JPEG) {
            return EncodedImage.file(format, ByteBuffer.wrap(jpeg(gradient(WIDTH, HEIGHT, true), false)));
        }
        if (format == PixelFormat.PNG) {
            return EncodedImage.file(format, ByteBuffer.wrap(png(gradient(WIDTH, HEIGHT, true))));
        }
        byte[] bytes = new byte[WIDTH * HEIGHT * format.bytesPerPixel()];
        for (int i = 0; i < bytes.length; i++) {
            // High bytes of samples of more than 8 bits stay within 10 bits.
            bytes[i] = (byte) (format.bits() > 8 && i % 2 == 1 ? i % 4 : i);
        }
        return new EncodedImage(format, WIDTH, HEIGHT, 0, ByteBuffer.wrap(bytes));
    }

    /** Slopes without sharp edges, which JPEG keeps within a few levels. */
    static BufferedImage gradient(int width, int height, boolean colour) {
        BufferedImage picture =
                new BufferedImage(width, height, colour ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int band = 0; band < picture.getRaster().getNumBands(); band++) {
                    picture.getRaster().setSample(x, y, band, gradientAt(x, y, width, height, band));
                }
            }
        }
        return picture;
    }

    /** Level of {@link #gradient}; band 0 is red or grey, 2 blue. */
    static int gradientAt(int x, int y, int width, int height, int band) {
        return switch (band) {
            case 0 -> 255 * x / width;
            case 1 -> 255 * y / height;
            default -> 255 - 255 * x / width;
        };
    }

    static byte[] png(BufferedImage picture) {
        return encode(picture, "png", false);
    }

    static byte[] jpeg(BufferedImage picture, boolean progressive) {
        return encode(picture, "jpeg", progressive);
    }

    /** A file; a progressive PNG is an interlaced one. */
    static byte[] encode(BufferedImage picture, String format, boolean progressive) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            if (format.equals("jpeg")) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(0.95f);
            }
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
