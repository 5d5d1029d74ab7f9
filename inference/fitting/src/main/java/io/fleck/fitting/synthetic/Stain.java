package io.fleck.fitting.synthetic;

import java.util.random.RandomGenerator;

/** A dried drop: a patch of another colour, darker at its edge. */
final class Stain implements Defect.Damage {
    @Override
    public void apply(Canvas canvas, RandomGenerator random) {
        double radius = canvas.size * random.nextDouble(0.035, 0.11);
        float strength = (float) random.nextDouble(0.35, 0.9);
        Place middle = Place.onPart(canvas, random, 0.6 * radius);
        int shape = random.nextInt();
        canvas.disc(middle.x(), middle.y(), 1.7 * radius, (pixel, fromX, fromY, distance) -> {
            double angle = Math.atan2(fromY, fromX);
            float edge = (float) radius * (1 + edge(angle, shape));
            float inside = 1 - Canvas.smoothStep(0.82f * edge, 1.04f * edge, distance);
            float rim = inside * Canvas.smoothStep(0.6f * edge, 0.92f * edge, distance);
            canvas.stain[pixel] = Math.max(canvas.stain[pixel], strength * inside * (0.65f + 0.35f * rim));
            canvas.albedo[pixel] *= 1 - strength * (0.22f * inside + 0.16f * rim);
            if (inside > 0.4f) {
                canvas.mark(pixel);
            }
        });
    }

    /** Relative deviation from a circle; whole waves, so that the outline closes. */
    private static float edge(double angle, int shape) {
        double deviation = 0;
        for (int wave = 2; wave <= 6; wave++) {
            deviation +=
                    Noise.lattice(wave, 0, shape) * Math.cos(wave * angle + 3 * Noise.lattice(wave, 1, shape)) / wave;
        }
        return (float) (0.45 * deviation);
    }
}
