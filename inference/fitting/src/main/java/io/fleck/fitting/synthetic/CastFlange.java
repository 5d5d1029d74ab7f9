package io.fleck.fitting.synthetic;

import java.util.random.RandomGenerator;

/** A round casting on a dark carrier: rough skin, a raised hub around a bore, six bolt holes. */
final class CastFlange implements Blueprint {
    /** Shares of the picture's side. */
    private static final double RADIUS = 0.46;

    private static final double HUB = 0.20;
    private static final double BORE = 0.115;
    private static final double BOLT_CIRCLE = 0.33;
    private static final double BOLT_RADIUS = 0.034;
    private static final int BOLTS = 6;

    @Override
    public Material material() {
        return new Material(0.50f, 0.50f, 0.49f, 0.22f, 0.50f, 0.30f, 0.16f);
    }

    @Override
    public int features() {
        return BOLTS;
    }

    @Override
    public void draw(Canvas canvas, Pose pose, RandomGenerator random, int missing) {
        skin(canvas, random);
        body(canvas, pose);
        for (int i = 0; i < BOLTS; i++) {
            double angle = 2 * Math.PI * i / BOLTS;
            double x = canvas.size * BOLT_CIRCLE * Math.cos(angle);
            double y = canvas.size * BOLT_CIRCLE * Math.sin(angle);
            Openings.hole(canvas, pose, x, y, canvas.size * BOLT_RADIUS, i == missing);
        }
        Openings.hole(canvas, pose, 0, 0, canvas.size * BORE, false);
    }

    private static void skin(Canvas canvas, RandomGenerator random) {
        Noise.add(canvas.height, canvas.size, 16, 16, 0.55f, random.nextInt());
        Noise.add(canvas.height, canvas.size, 5, 5, 0.34f, random.nextInt());
        Noise.add(canvas.height, canvas.size, 2.1f, 2.1f, 0.26f, random.nextInt());
        Noise.add(canvas.albedo, canvas.size, 40, 40, 0.06f, random.nextInt());
        Noise.add(canvas.albedo, canvas.size, 3, 3, 0.06f, random.nextInt());
    }

    private static void body(Canvas canvas, Pose pose) {
        double middle = (canvas.size - 1) / 2.0;
        float rim = (float) (canvas.size * RADIUS);
        float hub = (float) (canvas.size * HUB);
        for (int pixel = 0; pixel < canvas.height.length; pixel++) {
            int row = pixel / canvas.size;
            int column = pixel % canvas.size;
            double x = column - middle - pose.pictureX(0, 0);
            double y = row - middle - pose.pictureY(0, 0);
            float fromCentre = (float) Math.sqrt(x * x + y * y);
            float inside = Canvas.smoothStep(0, 6, rim - fromCentre);
            canvas.cover[pixel] = Math.min(Math.max(rim - fromCentre + 0.5f, 0), 1);
            canvas.albedo[pixel] += 1;
            canvas.height[pixel] = canvas.height[pixel] * inside
                    + 4 * inside
                    + 3.5f * (1 - Canvas.smoothStep(hub - 4, hub + 4, fromCentre));
        }
    }
}
