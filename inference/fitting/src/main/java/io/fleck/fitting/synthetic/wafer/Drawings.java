package io.fleck.fitting.synthetic.wafer;

import java.util.random.RandomGenerator;

/** How each signature is drawn: sizes and places vary as they do from lot to lot. Lengths are in radii. */
final class Drawings {
    private static final double TURN = 2 * Math.PI;
    private static final int PINS = 3;

    /** Exposure fields along the diameter, and dies of a field along its edges. */
    private static final int FIELDS = 10;

    private Drawings() {}

    static void none(Sheet sheet, RandomGenerator random) {
        background(sheet, random, 3, 25);
    }

    static void centre(Sheet sheet, RandomGenerator random) {
        background(sheet, random, 3, 20);
        double angle = random.nextDouble(TURN);
        double off = random.nextDouble(0.12);
        double spread = random.nextDouble(0.12, 0.24);
        for (int i = random.nextInt(120, 320); i > 0; i--) {
            sheet.defect(
                    off * Math.cos(angle) + spread * random.nextGaussian(),
                    off * Math.sin(angle) + spread * random.nextGaussian());
        }
    }

    static void donut(Sheet sheet, RandomGenerator random) {
        background(sheet, random, 3, 25);
        double distance = random.nextDouble(0.42, 0.62);
        double spread = random.nextDouble(0.05, 0.1);
        for (int i = random.nextInt(260, 520); i > 0; i--) {
            sheet.polar(random.nextDouble(TURN), distance + spread * random.nextGaussian());
        }
    }

    static void edgeRing(Sheet sheet, RandomGenerator random) {
        background(sheet, random, 3, 20);
        double from = random.nextDouble(TURN);
        double arc = TURN * random.nextDouble(0.7, 1);
        double depth = random.nextDouble(0.02, 0.06);
        for (int i = random.nextInt(180, 420); i > 0; i--) {
            sheet.polar(from + random.nextDouble(arc), 0.97 - depth * Math.abs(random.nextGaussian()));
        }
    }

    static void scratch(Sheet sheet, RandomGenerator random) {
        background(sheet, random, 3, 20);
        double x = random.nextDouble(-0.5, 0.5);
        double y = random.nextDouble(-0.5, 0.5);
        double heading = random.nextDouble(TURN);
        double bend = random.nextDouble(-1.2, 1.2);
        double length = random.nextDouble(0.5, 1.3);
        int points = (int) (length * random.nextDouble(70, 130));
        for (int i = 0; i < points; i++) {
            heading += bend * length / points;
            x += Math.cos(heading) * length / points;
            y += Math.sin(heading) * length / points;
            sheet.defect(x + 0.003 * random.nextGaussian(), y + 0.003 * random.nextGaussian());
        }
    }

    static void random(Sheet sheet, RandomGenerator random) {
        background(sheet, random, 350, 900);
    }

    static void liftPins(Sheet sheet, RandomGenerator random) {
        background(sheet, random, 3, 20);
        double turn = 0.12 * random.nextGaussian();
        double distance = 0.66 + 0.015 * random.nextGaussian();
        double spread = random.nextDouble(0.035, 0.055);
        for (int pin = 0; pin < PINS; pin++) {
            double angle = turn + TURN * (pin + 0.25) / PINS;
            for (int i = random.nextInt(30, 60); i > 0; i--) {
                sheet.defect(
                        distance * Math.cos(angle) + spread * random.nextGaussian(),
                        distance * Math.sin(angle) + spread * random.nextGaussian());
            }
        }
    }

    static void reticle(Sheet sheet, RandomGenerator random) {
        background(sheet, random, 3, 20);
        double field = 2.0 / FIELDS;
        double across = random.nextDouble(0.2, 0.8);
        double along = random.nextDouble(0.2, 0.8);
        for (int column = 0; column < FIELDS; column++) {
            for (int row = 0; row < FIELDS; row++) {
                for (int i = random.nextInt(1, 4); i > 0; i--) {
                    sheet.defect(
                            -1 + field * (column + across) + 0.006 * random.nextGaussian(),
                            -1 + field * (row + along) + 0.006 * random.nextGaussian());
                }
            }
        }
    }

    /** Evenly over the wafer. */
    private static void background(Sheet sheet, RandomGenerator random, int fewest, int most) {
        for (int i = random.nextInt(fewest, most); i > 0; i--) {
            sheet.polar(random.nextDouble(TURN), Math.sqrt(random.nextDouble()));
        }
    }
}
