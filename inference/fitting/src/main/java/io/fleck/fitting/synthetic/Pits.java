package io.fleck.fitting.synthetic;

import java.util.random.RandomGenerator;

/** One pit, or a cluster of smaller ones. */
final class Pits implements Defect.Damage {
    @Override
    public void apply(Canvas canvas, RandomGenerator random) {
        int count = random.nextInt(1, 6);
        double largest = canvas.size * random.nextDouble(0.010, 0.022) / Math.sqrt(count) + 1.2;
        Place middle = Place.onPart(canvas, random, 3 * largest);
        for (int i = 0; i < count; i++) {
            double away = i == 0 ? 0 : largest * random.nextDouble(1.5, 4.5);
            double angle = random.nextDouble(2 * Math.PI);
            pit(
                    canvas,
                    middle.x() + away * Math.cos(angle),
                    middle.y() + away * Math.sin(angle),
                    largest * random.nextDouble(0.6, 1),
                    random);
        }
    }

    private static void pit(Canvas canvas, double x, double y, double radius, RandomGenerator random) {
        int shape = random.nextInt();
        float depth = (float) random.nextDouble(1.2, 2.6);
        canvas.disc(x, y, 1.4 * radius + 1, (pixel, fromX, fromY, distance) -> {
            double angle = Math.atan2(fromY, fromX);
            float edge = (float) radius * (1 + 0.3f * Noise.along((float) (angle + 4) * 0.9f, shape));
            float inside = 1 - Canvas.smoothStep(edge - 1.2f, edge + 0.8f, distance);
            canvas.height[pixel] -= depth * inside;
            canvas.albedo[pixel] *= 1 - 0.55f * inside;
            if (inside > 0.5f) {
                canvas.mark(pixel);
            }
        });
    }
}
