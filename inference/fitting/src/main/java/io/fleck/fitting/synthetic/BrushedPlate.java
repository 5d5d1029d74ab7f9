package io.fleck.fitting.synthetic;

import java.util.random.RandomGenerator;

/** A plate with rounded corners on a dark carrier: brushed along its rows, a hole near each corner, a slot. */
final class BrushedPlate implements Blueprint {
    /** Shares of the picture's side. */
    private static final double HALF_WIDTH = 0.46;

    private static final double HALF_HEIGHT = 0.44;
    private static final double CORNER = 0.05;
    private static final double[][] HOLES = {{-0.34, -0.32}, {0.34, -0.32}, {-0.34, 0.32}, {0.34, 0.32}};
    private static final double HOLE_RADIUS = 0.042;
    private static final double SLOT_LENGTH = 0.13;
    private static final double SLOT_RADIUS = 0.030;

    @Override
    public Material material() {
        return new Material(0.60f, 0.62f, 0.64f, 0.34f, 0.50f, 0.40f, 0.26f);
    }

    @Override
    public int features() {
        return HOLES.length;
    }

    @Override
    public void draw(Canvas canvas, Pose pose, RandomGenerator random, int missing) {
        brush(canvas, random);
        plate(canvas, pose);
        for (int i = 0; i < HOLES.length; i++) {
            double x = canvas.size * HOLES[i][0];
            double y = canvas.size * HOLES[i][1];
            Openings.hole(canvas, pose, x, y, canvas.size * HOLE_RADIUS, i == missing);
        }
        slot(canvas, pose);
    }

    private static void brush(Canvas canvas, RandomGenerator random) {
        Noise.add(canvas.height, canvas.size, 140, 1.0f, 0.13f, random.nextInt());
        Noise.add(canvas.height, canvas.size, 45, 1.0f, 0.09f, random.nextInt());
        Noise.add(canvas.albedo, canvas.size, 200, 2.5f, 0.06f, random.nextInt());
        Noise.add(canvas.albedo, canvas.size, 16, 1.0f, 0.05f, random.nextInt());
    }

    private static void plate(Canvas canvas, Pose pose) {
        double middle = (canvas.size - 1) / 2.0;
        for (int row = 0; row < canvas.size; row++) {
            for (int column = 0; column < canvas.size; column++) {
                double x = pose.partX(column - middle, row - middle);
                double y = pose.partY(column - middle, row - middle);
                int pixel = row * canvas.size + column;
                float inside = -roundedBox(x / canvas.size, y / canvas.size) * canvas.size;
                canvas.cover[pixel] = Math.min(Math.max(inside + 0.5f, 0), 1);
                canvas.albedo[pixel] += 1;
                canvas.height[pixel] =
                        canvas.height[pixel] * Canvas.smoothStep(0, 4, inside) + 2.5f * Canvas.smoothStep(0, 4, inside);
            }
        }
    }

    /** Signed distance to the outline, negative inside, in shares of the picture's side. */
    private static float roundedBox(double x, double y) {
        double overX = Math.abs(x) - HALF_WIDTH + CORNER;
        double overY = Math.abs(y) - HALF_HEIGHT + CORNER;
        double along = Math.max(overX, overY);
        boolean inCorner = overX > 0 && overY > 0;
        return (float) ((inCorner ? Math.sqrt(overX * overX + overY * overY) : along) - CORNER);
    }

    private static void slot(Canvas canvas, Pose pose) {
        Openings.slot(canvas, pose, canvas.size * SLOT_LENGTH, canvas.size * SLOT_RADIUS);
    }
}
