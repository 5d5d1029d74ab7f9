package io.fleck.core.image;

import io.fleck.core.image.sample.Channels;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * JPEG through the reader of the JDK: baseline and progressive, 8 bit, grey or colour. Grey stays one channel. CMYK,
 * lossless, arithmetically coded and 12 bit files are refused by name. Orientation and colour profile are ignored: a
 * frame is inspected as the sensor saw it. Damaged data, which decoders usually paint over, is refused.
 */
final class JpegDecoder implements ImageDecoder {
    @Override
    public Set<PixelFormat> formats() {
        return Set.of(PixelFormat.JPEG);
    }

    @Override
    public Image decode(EncodedImage encoded, @Nullable BitWindow window, DecodeLimits limits) {
        BufferedImage picture =
                JdkReader.read(PixelFormat.JPEG, JpegStructure.essentials(encoded.bytes(), limits), Iterator::next);
        byte[] pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        int channels = picture.getRaster().getNumBands();
        if (channels == 3 && blueFirst(picture)) {
            Channels.swapRedAndBlue(pixels);
        }
        return new Image(picture.getWidth(), picture.getHeight(), channels, pixels);
    }

    private static boolean blueFirst(BufferedImage picture) {
        return picture.getRaster().getSampleModel() instanceof PixelInterleavedSampleModel model
                && model.getBandOffsets()[0] == 2;
    }
}
