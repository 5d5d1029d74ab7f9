package io.fleck.fitting.synthetic.damage;

import io.fleck.core.image.Image;

/** A round spot that is darker or brighter than the picture below it, soft at its edge. */
final class Spot implements Damaged.Overlay {
    private final Texture ground;
    private final double centreX;
    private final double centreY;
    private final double radius;

    /** @param contrast what is added to levels, as a part of their range, -1 to 1 */
    Spot(Image good, double centreX, double centreY, double diameter, double contrast) {
        this.ground = new Texture(good, 1, 255 * contrast);
        this.centreX = centreX;
        this.centreY = centreY;
        this.radius = diameter / 2;
    }

    @Override
    public double opacity(int x, int y) {
        return feather(Math.hypot(x - centreX, y - centreY), radius);
    }

    @Override
    public double level(int x, int y, int channel) {
        return ground.at(x, y, channel);
    }

    /** 1 within three quarters of the radius, 0 outside, smooth in between. */
    static double feather(double distance, double radius) {
        double t = Math.min(Math.max((radius - distance) / (0.25 * radius), 0), 1);
        return t * t * (3 - 2 * t);
    }
}
