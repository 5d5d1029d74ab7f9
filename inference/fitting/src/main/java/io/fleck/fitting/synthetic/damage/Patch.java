package io.fleck.fitting.synthetic.damage;

import io.fleck.core.image.Image;
import java.util.Random;

/** A turned rectangle of a good picture, laid down at another place; its edge is one pixel soft. */
final class Patch implements Damaged.Overlay {
    private final Texture texture;
    private final double centreX;
    private final double centreY;
    private final double sourceX;
    private final double sourceY;
    private final double halfLength;
    private final double halfBreadth;
    private final double cos;
    private final double sin;

    /**
     * Draws a place, an angle and a source by chance.
     *
     * @param length pixels along
     * @param breadth pixels across
     * @param jitter most by which the levels are changed, as a part
     */
    Patch(Image good, Image donor, double length, double breadth, double jitter, Random random) {
        double angle = random.nextDouble() * Math.PI;
        this.texture = new Texture(donor, 1 + jitter * (2 * random.nextDouble() - 1), 0);
        this.centreX = random.nextDouble() * good.width();
        this.centreY = random.nextDouble() * good.height();
        this.sourceX = random.nextDouble() * donor.width();
        this.sourceY = random.nextDouble() * donor.height();
        this.halfLength = length / 2;
        this.halfBreadth = breadth / 2;
        this.cos = Math.cos(angle);
        this.sin = Math.sin(angle);
    }

    private double along(int x, int y) {
        return cos * (x - centreX) + sin * (y - centreY);
    }

    private double across(int x, int y) {
        return cos * (y - centreY) - sin * (x - centreX);
    }

    @Override
    public double opacity(int x, int y) {
        double inside = Math.min(halfLength - Math.abs(along(x, y)), halfBreadth - Math.abs(across(x, y)));
        return Math.min(Math.max(inside + 0.5, 0), 1);
    }

    @Override
    public double level(int x, int y, int channel) {
        return texture.at(sourceX + along(x, y), sourceY + across(x, y), channel);
    }
}
