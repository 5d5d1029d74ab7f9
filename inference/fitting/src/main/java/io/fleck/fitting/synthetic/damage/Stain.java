package io.fleck.fitting.synthetic.damage;

import io.fleck.core.image.Image;
import java.util.Random;

/** Another texture where noise is high. */
final class Stain implements Damaged.Overlay {
    private static final double THRESHOLD = 0.5;
    private static final int LARGEST_SCALE = 6;
    private static final double MOST_TRANSPARENT = 0.8;

    private final Perlin noise;
    private final Texture texture;
    private final double opacity;
    private final double shiftX;
    private final double shiftY;

    Stain(Image good, Image donor, Random random) {
        int cellsX = 1 << random.nextInt(LARGEST_SCALE);
        int cellsY = 1 << random.nextInt(LARGEST_SCALE);
        double angle = (random.nextDouble() - 0.5) * Math.PI;
        this.noise = new Perlin(good.width(), good.height(), cellsX, cellsY, angle, random);
        this.texture = new Texture(donor, 0.5 + random.nextDouble(), 80 * (random.nextDouble() - 0.5));
        this.opacity = 1 - MOST_TRANSPARENT * random.nextDouble();
        this.shiftX = random.nextDouble() * donor.width();
        this.shiftY = random.nextDouble() * donor.height();
    }

    @Override
    public double opacity(int x, int y) {
        return noise.at(x, y) > THRESHOLD ? opacity : 0;
    }

    @Override
    public double level(int x, int y, int channel) {
        return texture.at(x + shiftX, y + shiftY, channel);
    }
}
