package io.fleck.fitting.synthetic;

/** A square picture in the making: fields of one value a pixel, row by row. */
final class Canvas {
    /** Pixels a side. */
    final int size;
    /** Height above the base, in pixels. */
    final float[] height;
    /** Reflected share of the light; 1 is the material's own. */
    final float[] albedo;
    /** How much of the pixel the part covers, 0 to 1. */
    final float[] cover;
    /** How much of the pixel's colour is a stain's, 0 to 1. */
    final float[] stain;
    /** Depth of the defect that is being drawn. */
    final float[] stroke;
    /** 255 on the defect. */
    final byte[] mask;

    Canvas(int size) {
        int pixels = size * size;
        this.size = size;
        this.height = new float[pixels];
        this.albedo = new float[pixels];
        this.cover = new float[pixels];
        this.stain = new float[pixels];
        this.stroke = new float[pixels];
        this.mask = new byte[pixels];
    }

    /** What is drawn at a pixel. */
    interface Stroke {
        /**
         * Draws.
         *
         * @param pixel index into the fields
         * @param fromX pixels to the right of the centre
         * @param fromY pixels below the centre
         * @param distance from the centre, in pixels
         */
        void at(int pixel, float fromX, float fromY, float distance);
    }

    /** Visits the pixels within a radius of a point, as far as they lie in the picture. */
    void disc(double x, double y, double radius, Stroke stroke) {
        int top = Math.max(0, (int) Math.ceil(y - radius));
        int bottom = Math.min(size - 1, (int) Math.floor(y + radius));
        int left = Math.max(0, (int) Math.ceil(x - radius));
        int right = Math.min(size - 1, (int) Math.floor(x + radius));
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                float fromX = (float) (column - x);
                float fromY = (float) (row - y);
                float distance = (float) Math.sqrt(fromX * fromX + fromY * fromY);
                if (distance <= radius) {
                    stroke.at(row * size + column, fromX, fromY, distance);
                }
            }
        }
    }

    /** Marks a pixel as defective where the part is. */
    void mark(int pixel) {
        if (cover[pixel] > 0.5f) {
            mask[pixel] = (byte) 255;
        }
    }

    /** 0 below the first, 1 above the second, smooth in between. */
    static float smoothStep(float from, float to, float value) {
        float t = Math.min(Math.max((value - from) / (to - from), 0), 1);
        return t * t * (3 - 2 * t);
    }
}
