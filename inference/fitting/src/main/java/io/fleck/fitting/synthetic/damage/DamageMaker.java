package io.fleck.fitting.synthetic.damage;

import io.fleck.core.image.Image;
import java.util.List;
import java.util.Random;

/**
 * Draws defects into good pictures. The same seed, kind and number on the same pictures give the same defect.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class DamageMaker {
    private static final int ATTEMPTS = 30;

    /** Places each way at which a mean level is taken. */
    private static final int STEPS = 16;

    private static final double LEAST_AREA = 0.0005;
    private static final double MOST_AREA = 0.15;

    private final List<Image> donors;
    private final long seed;

    /**
     * Takes textures from good pictures.
     *
     * @param donors at least one, of any size; their levels stand for what is usual
     */
    public DamageMaker(List<Image> donors, long seed) {
        this.donors = List.copyOf(donors);
        this.seed = seed;
        if (donors.isEmpty()) {
            throw new IllegalArgumentException("defects need at least one good picture to take textures from");
        }
    }

    /**
     * Damages a picture.
     *
     * @param good the picture, which stays as it is
     * @param number which of all defects of that kind
     * @return a picture of which from 0.05 % to 15 % differ
     */
    public Damaged damage(Image good, DamageKind kind, int number) {
        Random random = random(kind.label(), number);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Image donor = donors.get(random.nextInt(donors.size()));
            Damaged damaged = Damaged.of(good, overlay(kind, good, donor, random));
            double area = (double) damaged.area() / damaged.mask().length;
            if (area >= LEAST_AREA && area <= MOST_AREA) {
                return damaged;
            }
        }
        // Pictures that are alike all over: a patch of them shows nowhere, a spot does.
        return spot(good, Math.min(good.width(), good.height()) / 8.0, 0.2, number);
    }

    private static Damaged.Overlay overlay(DamageKind kind, Image good, Image donor, Random random) {
        double side = Math.min(good.width(), good.height());
        return switch (kind) {
            case PERLIN -> new Stain(good, donor, random);
            case CUT_PASTE -> patch(good, donor, side, random);
            case SCAR -> scar(good, donor, side, random);
        };
    }

    /** Between 0.5 % and 8 % of the picture's shorter side squared, up to three times as long as broad. */
    private static Patch patch(Image good, Image donor, double side, Random random) {
        double area = side * side * (0.005 + 0.075 * random.nextDouble());
        double ratio = Math.pow(3, random.nextDouble());
        return new Patch(good, donor, Math.sqrt(area * ratio), Math.sqrt(area / ratio), 0.1, random);
    }

    private static Patch scar(Image good, Image donor, double side, Random random) {
        double length = side * (0.1 + 0.25 * random.nextDouble());
        double breadth = side * (0.01 + 0.03 * random.nextDouble());
        return new Patch(good, donor, length, breadth, 0.4, random);
    }

    /**
     * A round spot of a known size and contrast, at a place of chance that it fits into.
     *
     * @param diameter pixels, above 0
     * @param contrast by how much it is brighter or darker, as a part of the range of levels, from 0 (nothing) to 1
     */
    public Damaged spot(Image good, double diameter, double contrast, int number) {
        Random random = random("spot", number);
        double x = place(good.width(), diameter, random);
        double y = place(good.height(), diameter, random);
        double ground = new Texture(good, 1, 0).at(x, y, 0);
        boolean darker = ground / 255 > contrast && (random.nextBoolean() || ground / 255 + contrast > 1);
        return Damaged.of(good, new Spot(good, x, y, diameter, darker ? -contrast : contrast));
    }

    /**
     * The control of {@link #spot}: the same place of another good picture, brought to the level there, so that nothing but
     * the pasting itself can be found.
     */
    public Damaged nothing(Image good, double diameter, int number) {
        Random random = random("spot", number);
        double x = place(good.width(), diameter, random);
        double y = place(good.height(), diameter, random);
        Image donor = another(good, random);
        double difference = mean(good, x, y, diameter) - mean(donor, x, y, diameter);
        Texture matched = new Texture(donor, 1, difference);
        return Damaged.of(good, new Damaged.Overlay() {
            @Override
            public double opacity(int column, int row) {
                return Spot.feather(Math.hypot(column - x, row - y), diameter / 2);
            }

            @Override
            public double level(int column, int row, int channel) {
                return matched.at(column, row, channel);
            }
        });
    }

    private Image another(Image good, Random random) {
        List<Image> others =
                donors.stream().filter(donor -> !donor.equals(good)).toList();
        return others.isEmpty() ? good : others.get(random.nextInt(others.size()));
    }

    private static double place(int size, double diameter, Random random) {
        double margin = Math.min(diameter / 2, size / 2.0);
        return margin + (size - 2 * margin) * random.nextDouble();
    }

    private static double mean(Image image, double x, double y, double diameter) {
        Texture levels = new Texture(image, 1, 0);
        double sum = 0;
        for (int row = 0; row < STEPS; row++) {
            for (int column = 0; column < STEPS; column++) {
                double fromX = diameter * ((column + 0.5) / STEPS - 0.5);
                double fromY = diameter * ((row + 0.5) / STEPS - 0.5);
                sum += levels.at(x + fromX, y + fromY, 0);
            }
        }
        return sum / (STEPS * STEPS);
    }

    /** Neighbouring seeds of the JDK's generator begin alike; mixed ones do not. */
    private Random random(String kind, int number) {
        long mixed = (seed * 31 + kind.hashCode()) * 0x9e3779b97f4a7c15L + number;
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return new Random(mixed ^ mixed >>> 31);
    }
}
