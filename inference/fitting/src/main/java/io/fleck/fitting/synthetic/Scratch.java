package io.fleck.fitting.synthetic;

import java.util.random.RandomGenerator;

/** A bent groove of uneven depth. */
final class Scratch implements Defect.Damage {
    private static final double STEP = 0.5;

    /** Depth below which the ends of a scratch do not count as part of it. */
    private static final float VISIBLE = 0.25f;

    @Override
    public void apply(Canvas canvas, RandomGenerator random) {
        Place start = Place.onPart(canvas, random, 4);
        double length = canvas.size * random.nextDouble(0.10, 0.45);
        double bend = random.nextDouble(-0.9, 0.9) / length;
        float width = (float) random.nextDouble(0.8, 2.0);
        float depth = (float) random.nextDouble(0.6, 1.6);
        int unevenness = random.nextInt();
        double direction =
                Math.atan2(canvas.size / 2.0 - start.y(), canvas.size / 2.0 - start.x()) + random.nextDouble(-1.2, 1.2);
        double x = start.x();
        double y = start.y();
        for (double way = 0; way < length; way += STEP) {
            float taper = (float) Math.min(1, 5 * Math.min(way, length - way) / length);
            float here = depth * taper * (0.75f + 0.35f * Noise.along((float) way / 9, unevenness));
            groove(canvas, x, y, width, here);
            x += STEP * Math.cos(direction);
            y += STEP * Math.sin(direction);
            direction += STEP * bend;
        }
    }

    /** Neighbouring steps overlap: the deepest counts, so the groove is one line and not a row of dots. */
    private static void groove(Canvas canvas, double x, double y, float width, float depth) {
        canvas.disc(x, y, width + 1, (pixel, fromX, fromY, distance) -> {
            float profile = 1 - Canvas.smoothStep(0.3f, width + 1, distance);
            float done = canvas.stroke[pixel];
            float wanted = depth * profile;
            if (wanted > done) {
                canvas.height[pixel] -= 1.6f * (wanted - done);
                canvas.albedo[pixel] += 0.22f * (wanted - done);
                canvas.stroke[pixel] = wanted;
            }
            if (depth > VISIBLE && distance <= width * 0.5f + 0.6f) {
                canvas.mark(pixel);
            }
        });
    }
}
