package io.fleck.fitting.evaluation;

import io.fleck.core.detect.Mask;
import io.fleck.core.detect.Masks;
import io.fleck.core.image.DecodeException;
import io.fleck.core.image.DecodeLimits;
import io.fleck.core.image.Image;
import io.fleck.core.image.ImageDecoders;
import io.fleck.fitting.data.DataException;
import io.fleck.fitting.data.ImageFolder;
import java.nio.file.Path;

/**
 * The picture of a defect's pixels: a pixel is inside when one of its channels is above 127. Pictures of masks have grey
 * edges where they were edited or compressed, so values between black and white are common.
 */
public final class GroundTruth {
    private static final int THRESHOLD = 127;

    private final Image picture;

    private GroundTruth(Image picture) {
        this.picture = picture;
    }

    /**
     * Reads a mask's file.
     *
     * @throws DataException when the file cannot be read
     * @throws DecodeException when it is no picture
     */
    public static GroundTruth read(Path file) {
        return of(ImageDecoders.decode(ImageFolder.read(file), null, DecodeLimits.DEFAULT));
    }

    static GroundTruth of(Image picture) {
        return new GroundTruth(picture);
    }

    /**
     * The mask at another size: each pixel takes the value of the pixel of the picture under its centre.
     *
     * @param width pixels a row, at least 1
     * @param height rows, at least 1
     */
    public Mask scaled(int width, int height) {
        return Masks.where(width, height, pixel -> {
            int x = under(pixel % width, width, picture.width());
            int y = under(pixel / width, height, picture.height());
            return inside(y * picture.width() + x);
        });
    }

    /** floor((target + 0.5) * source size / target size), in whole numbers. */
    private static int under(int target, int targetSize, int sourceSize) {
        return (int) ((2L * target + 1) * sourceSize / (2L * targetSize));
    }

    private boolean inside(int pixel) {
        int first = pixel * picture.channels();
        for (int sample = first; sample < first + picture.channels(); sample++) {
            if (Byte.toUnsignedInt(picture.pixels()[sample]) > THRESHOLD) {
                return true;
            }
        }
        return false;
    }
}
