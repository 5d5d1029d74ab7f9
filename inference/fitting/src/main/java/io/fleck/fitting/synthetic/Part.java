package io.fleck.fitting.synthetic;

import io.fleck.core.image.Image;
import io.fleck.fitting.data.LabelledImage;

/**
 * One synthetic part as its camera saw it.
 *
 * @param index running number, from 0
 * @param image RGB
 * @param label {@code good} or the defect's name
 * @param mask a byte a pixel, row by row: 255 on the defect, else 0; all 0 on a good part
 */
@SuppressWarnings("ArrayRecordComponent") // a pixel buffer, compared by nobody
public record Part(long index, Image image, String label, byte[] mask) {
    /** Checks that picture and mask belong together. */
    public Part {
        if (mask.length != image.width() * image.height()) {
            throw new IllegalArgumentException(
                    "mask of " + mask.length + " pixels for a picture of " + image.width() + " x " + image.height());
        }
    }

    /** Whether it has no defect. */
    public boolean good() {
        return label.equals(LabelledImage.GOOD);
    }
}
