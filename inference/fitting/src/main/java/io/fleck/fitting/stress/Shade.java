package io.fleck.fitting.stress;

import io.fleck.core.image.Image;
import java.util.Arrays;
import java.util.Random;

/** How much of its light every pixel of a picture gets, 0 to 1, row by row. */
final class Shade {
    private static final double DARKEST_SPECK = 0.6;

    private Shade() {}

    /** Falls with the square of the distance from the centre; the corners lose the most. */
    static double[] corners(Image image, double loss) {
        double[] light = new double[image.width() * image.height()];
        double reach = Math.hypot(image.width(), image.height()) / 2;
        for (int pixel = 0; pixel < light.length; pixel++) {
            double x = pixel % image.width() + 0.5 - image.width() / 2.0;
            double y = row(image, pixel) + 0.5 - image.height() / 2.0;
            double distance = Math.hypot(x, y) / reach;
            light[pixel] = 1 - loss * distance * distance;
        }
        return light;
    }

    /** Round specks of 2 to 6 % of the shorter side, out of focus. */
    static double[] specks(Image image, int count, Random random) {
        double[] light = new double[image.width() * image.height()];
        Arrays.fill(light, 1);
        for (int speck = 0; speck < count; speck++) {
            double centreX = random.nextDouble() * image.width();
            double centreY = random.nextDouble() * image.height();
            double radius = Math.min(image.width(), image.height()) * (0.02 + 0.04 * random.nextDouble());
            for (int pixel = 0; pixel < light.length; pixel++) {
                double distance = Math.hypot(pixel % image.width() - centreX, row(image, pixel) - centreY) / radius;
                light[pixel] *= 1 - (1 - DARKEST_SPECK) * Math.exp(-distance * distance);
            }
        }
        return light;
    }

    private static int row(Image image, int pixel) {
        return pixel / image.width();
    }
}
