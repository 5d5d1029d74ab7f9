package io.fleck.core.render;

import io.fleck.core.image.Image;
import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as the bytes of a file, grey or RGB as they are. Neither reads nor writes the disk. */
public final class ImageFiles {
    private ImageFiles() {}

    /**
     * A baseline JPEG file.
     *
     * @param quality from 0 (smallest) to 1 (best); 0.8 is fine for looking, 0.95 for inspecting
     */
    public static byte[] jpeg(Image picture, double quality) {
        if (!(quality >= 0 && quality <= 1)) {
            throw new IllegalArgumentException("JPEG quality " + quality + "; allowed is 0 to 1");
        }
        return encoded("jpeg", picture, param -> {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality((float) quality);
        });
    }

    /** A PNG file: every pixel as it is. */
    public static byte[] png(Image picture) {
        return encoded("png", picture, param -> {});
    }

    private interface Settings {
        void apply(ImageWriteParam param);
    }

    private static byte[] encoded(String format, Image picture, Settings settings) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
        try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            settings.apply(param);
            writer.setOutput(output);
            writer.write(null, new IIOImage(buffered(picture), null, null), param);
        } catch (IOException e) {
            throw new RenderException("cannot write a picture as " + format, e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The same pixels, not a copy. */
    private static BufferedImage buffered(Image picture) {
        boolean grey = picture.channels() == 1;
        ColorModel colours = new ComponentColorModel(
                ColorSpace.getInstance(grey ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB),
                false,
                false,
                ColorModel.OPAQUE,
                DataBuffer.TYPE_BYTE);
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(picture.pixels(), picture.pixels().length),
                picture.width(),
                picture.height(),
                picture.width() * picture.channels(),
                picture.channels(),
                grey ? new int[] {0} : new int[] {0, 1, 2},
                new Point());
        return new BufferedImage(colours, raster, false, null);
    }
}
