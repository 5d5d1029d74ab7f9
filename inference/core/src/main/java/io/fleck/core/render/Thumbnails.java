package io.fleck.core.render;

import io.fleck.core.image.Image;
import io.fleck.core.image.Rectangle;
import io.fleck.core.image.Resizer;

/** Small versions of pictures. Safe for use by several threads. */
public final class Thumbnails {
    private final Resizer resizer;

    /** Thumbnails by that resizer, which may be shared. */
    public Thumbnails(Resizer resizer) {
        this.resizer = resizer;
    }

    /**
     * The picture with its longer side at most that long; one that is small enough is returned as it is.
     *
     * @param longerSide pixels, at least 1
     */
    public Image of(Image picture, int longerSide) {
        if (longerSide < 1) {
            throw new IllegalArgumentException("thumbnail of " + longerSide + " pixels; at least 1");
        }
        int longer = Math.max(picture.width(), picture.height());
        if (longer <= longerSide) {
            return picture;
        }
        return resizer.resize(
                picture, scaled(picture.width(), longerSide, longer), scaled(picture.height(), longerSide, longer));
    }

    private static int scaled(int length, int to, int from) {
        return (int) Math.max(1, Math.round((double) length * to / from));
    }

    /** The same part of another version of a picture: rounded outwards to whole pixels. */
    public static Rectangle scaled(Rectangle area, Image from, Image to) {
        int left = (int) ((long) area.x() * to.width() / from.width());
        int top = (int) ((long) area.y() * to.height() / from.height());
        int right = ceiling((long) (area.x() + area.width()) * to.width(), from.width());
        int bottom = ceiling((long) (area.y() + area.height()) * to.height(), from.height());
        return new Rectangle(left, top, right - left, bottom - top);
    }

    private static int ceiling(long dividend, int divisor) {
        return (int) ((dividend + divisor - 1) / divisor);
    }
}
