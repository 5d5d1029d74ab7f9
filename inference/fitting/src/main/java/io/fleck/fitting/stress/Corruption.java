package io.fleck.fitting.stress;

import io.fleck.core.image.DecodeLimits;
import io.fleck.core.image.EncodedImage;
import io.fleck.core.image.Image;
import io.fleck.core.image.ImageDecoders;
import io.fleck.core.image.PixelFormat;
import io.fleck.core.render.ImageFiles;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Random;

/**
 * What becomes of pictures when a camera, its lens or its light is not as it was (in the manner of Hendrycks and Dietterich,
 * "Benchmarking neural network robustness to common corruptions", ICLR 2019). Lengths hold for pictures of 256 pixels on
 * their shorter side and grow with it.
 */
public enum Corruption {
    /** Noise of the sensor: standard deviation 4, 8, 14, 22, 32 levels. */
    NOISE {
        @Override
        Image apply(Image image, int step, Random random) {
            double deviation = new double[] {4, 8, 14, 22, 32}[step];
            return Levels.map(image, (pixel, channel, level) -> level + deviation * random.nextGaussian());
        }
    },
    /** Out of focus: blurred twice over 3, 5, 7, 11, 15 pixels. */
    DEFOCUS {
        @Override
        Image apply(Image image, int step, Random random) {
            int radius = scaled(image, new double[] {1, 2, 3, 5, 7}[step]);
            Image once = Blur.vertical(Blur.horizontal(image, radius), radius);
            return Blur.vertical(Blur.horizontal(once, radius), radius);
        }
    },
    /** Moved while it was exposed: over 5, 9, 15, 23, 33 pixels along its rows. */
    MOTION {
        @Override
        Image apply(Image image, int step, Random random) {
            return Blur.horizontal(image, scaled(image, new double[] {2, 4, 7, 11, 16}[step]));
        }
    },
    /** Too much or too little light: 0.15, 0.3, 0.5, 0.75, 1 stop. */
    EXPOSURE {
        @Override
        Image apply(Image image, int step, Random random) {
            double stops = new double[] {0.15, 0.3, 0.5, 0.75, 1}[step];
            double gain = Math.pow(2, random.nextBoolean() ? stops : -stops);
            return Levels.map(image, (pixel, channel, level) -> gain * level);
        }
    },
    /** White balance and gain drift: up to 3, 6, 10, 15, 22 % a channel. */
    GAIN {
        @Override
        Image apply(Image image, int step, Random random) {
            double most = new double[] {0.03, 0.06, 0.1, 0.15, 0.22}[step];
            double[] gains = random.doubles(3, 1 - most, 1 + most).toArray();
            return Levels.map(image, (pixel, channel, level) -> gains[channel] * level);
        }
    },
    /** Compressed as JPEG of quality 60, 40, 25, 15, 8 %. */
    COMPRESSION {
        @Override
        Image apply(Image image, int step, Random random) {
            byte[] file = ImageFiles.jpeg(image, new double[] {0.6, 0.4, 0.25, 0.15, 0.08}[step]);
            return ImageDecoders.decode(
                    EncodedImage.file(PixelFormat.JPEG, ByteBuffer.wrap(file)), null, DecodeLimits.DEFAULT);
        }
    },
    /** Dirt on the lens: 1, 2, 4, 7, 11 soft dark specks. */
    DIRT {
        @Override
        Image apply(Image image, int step, Random random) {
            double[] light = Shade.specks(image, new int[] {1, 2, 4, 7, 11}[step], random);
            return Levels.map(image, (pixel, channel, level) -> light[pixel] * level);
        }
    },
    /** Darker corners: by 10, 20, 32, 45, 60 %. */
    VIGNETTING {
        @Override
        Image apply(Image image, int step, Random random) {
            double[] light = Shade.corners(image, new double[] {0.1, 0.2, 0.32, 0.45, 0.6}[step]);
            return Levels.map(image, (pixel, channel, level) -> light[pixel] * level);
        }
    },
    /** The part lies elsewhere: by 1, 2, 4, 7, 11 % of the picture's sides. */
    SHIFT {
        @Override
        Image apply(Image image, int step, Random random) {
            double part = new double[] {0.01, 0.02, 0.04, 0.07, 0.11}[step];
            int right = (int) Math.round((random.nextBoolean() ? part : -part) * image.width());
            int down = (int) Math.round((random.nextBoolean() ? part : -part) * image.height());
            return Levels.shifted(image, right, down);
        }
    };

    /** Strongest severity. */
    public static final int STRONGEST = 5;

    private static final double REFERENCE = 256;

    /** Severities are numbered from 1; a step is one less. */
    abstract Image apply(Image image, int step, Random random);

    /** Name in figures and on pages. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * A corrupted picture.
     *
     * @param image stays as it is
     * @param severity from 0, the picture itself, to {@link #STRONGEST}
     * @param seed of what is left to chance
     */
    public Image of(Image image, int severity, long seed) {
        if (severity < 0 || severity > STRONGEST) {
            throw new IllegalArgumentException("severity " + severity + "; allowed are 0 to " + STRONGEST);
        }
        return severity == 0 ? image : apply(image, severity - 1, new Random(seed));
    }

    private static int scaled(Image image, double pixels) {
        return Math.max(1, (int) Math.round(pixels * Math.min(image.width(), image.height()) / REFERENCE));
    }
}
