package io.fleck.fitting.synthetic;

import io.fleck.core.image.Image;
import java.util.random.RandomGenerator;

/** Shades a canvas: diffuse and specular light by the surface's slope, the lamp's fall-off, and a sensor's noise. */
final class Exposure {
    private static final float AMBIENT = 0.42f;
    private static final float DIFFUSE = 0.80f;
    /** Sine and cosine of the lamp's elevation, 50 degrees. */
    private static final float UP = 0.766f;

    private static final float ASIDE = 0.643f;
    private static final float CARRIER = 0.085f;

    private final Canvas canvas;
    private final Material material;
    private final Lamp lamp;
    private final RandomGenerator random;
    private final byte[] rgb;
    private final float towardsX;
    private final float towardsY;

    private Exposure(Canvas canvas, Material material, Lamp lamp, RandomGenerator random) {
        this.canvas = canvas;
        this.material = material;
        this.lamp = lamp;
        this.random = random;
        this.rgb = new byte[canvas.height.length * 3];
        this.towardsX = (float) Math.cos(lamp.azimuth()) * ASIDE;
        this.towardsY = (float) Math.sin(lamp.azimuth()) * ASIDE;
    }

    /** The picture, RGB. */
    static Image of(Canvas canvas, Material material, Lamp lamp, RandomGenerator random) {
        Exposure exposure = new Exposure(canvas, material, lamp, random);
        for (int row = 0; row < canvas.size; row++) {
            exposure.row(row);
        }
        return new Image(canvas.size, canvas.size, 3, exposure.rgb);
    }

    private void row(int row) {
        int last = canvas.size - 1;
        int above = Math.max(row - 1, 0) * canvas.size;
        int below = Math.min(row + 1, last) * canvas.size;
        int start = row * canvas.size;
        for (int column = 0; column <= last; column++) {
            float slopeX =
                    canvas.height[start + Math.min(column + 1, last)] - canvas.height[start + Math.max(column - 1, 0)];
            float slopeY = canvas.height[below + column] - canvas.height[above + column];
            pixel(start + column, 0.5f * slopeX, 0.5f * slopeY, fallOff(column, row));
        }
    }

    private float fallOff(int column, int row) {
        float x = (float) column / canvas.size - 0.5f;
        float y = (float) row / canvas.size - 0.5f;
        float vignette = 1 - 0.35f * (x * x + y * y);
        return (float) (lamp.brightness() * (1 + lamp.slopeX() * x + lamp.slopeY() * y)) * vignette;
    }

    private void pixel(int pixel, float slopeX, float slopeY, float light) {
        float upright = 1 / (float) Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY);
        float facing = Math.max(0, upright * (UP - slopeX * towardsX - slopeY * towardsY));
        // Towards half of the way between lamp and camera; 1.879 is the length of their sum.
        float mirror = Math.max(0, upright * (UP + 1 - slopeX * towardsX - slopeY * towardsY) / 1.879f);
        float highlight = power16(mirror) * material.gloss();
        float diffuse = (AMBIENT + DIFFUSE * facing) * canvas.albedo[pixel];
        colour(pixel, light, diffuse, highlight);
    }

    private void colour(int pixel, float light, float diffuse, float highlight) {
        float stain = canvas.stain[pixel];
        float red = mix(material.red(), material.stainRed(), stain) * diffuse + highlight;
        float green = mix(material.green(), material.stainGreen(), stain) * diffuse + highlight;
        float blue = mix(material.blue(), material.stainBlue(), stain) * diffuse + highlight;
        float warmth = (float) lamp.warmth();
        float cover = canvas.cover[pixel];
        float grain = grain();
        rgb[3 * pixel] = level(light * (1 + warmth) * mix(CARRIER, red, cover) + grain);
        rgb[3 * pixel + 1] = level(light * mix(CARRIER, green, cover) + grain);
        rgb[3 * pixel + 2] = level(light * (1 - warmth) * mix(CARRIER, blue, cover) + grain);
    }

    private static float power16(float value) {
        float squared = value * value;
        float fourth = squared * squared;
        float eighth = fourth * fourth;
        return eighth * eighth;
    }

    private static float mix(float from, float to, float part) {
        return from + (to - from) * part;
    }

    private static byte level(float brightness) {
        return (byte) Math.min(255, Math.max(0, (int) (255 * brightness)));
    }

    /** Four dice make a bell: its standard deviation is about 1.8 of 255 levels. */
    private float grain() {
        int dice = random.nextInt();
        int sum = (dice & 0xFF) + (dice >>> 8 & 0xFF) + (dice >>> 16 & 0xFF) + (dice >>> 24);
        return (sum - 510) * (0.0122f / 255);
    }
}
