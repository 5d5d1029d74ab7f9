package io.fleck.fitting.synthetic;

import java.util.random.RandomGenerator;

/** Fabric in twill weave that fills the picture; a missing feature is a dropped weft yarn. */
final class WovenFabric implements Blueprint {
    /** Yarns along one side of the picture. */
    private static final int YARNS = 26;

    /** Height of a yarn in pixels. */
    private static final float DEPTH = 2.6f;

    /** A yarn is dropped over this share of the picture's side. */
    private static final double DROPPED = 0.4;

    @Override
    public Material material() {
        return new Material(0.30f, 0.40f, 0.58f, 0.07f, 0.40f, 0.33f, 0.22f);
    }

    @Override
    public int features() {
        return YARNS - 6;
    }

    @Override
    public void draw(Canvas canvas, Pose pose, RandomGenerator random, int missing) {
        Weave weave = new Weave(canvas, pose, random, missing < 0 ? -1 : missing + 3);
        weave.draw();
        Noise.add(canvas.albedo, canvas.size, 70, 70, 0.05f, random.nextInt());
        Noise.add(canvas.albedo, canvas.size, 1.5f, 1.5f, 0.07f, random.nextInt());
    }

    /** One piece of fabric. */
    private static final class Weave {
        private final Canvas canvas;
        private final Pose pose;
        private final double pitch;
        private final double phaseX;
        private final double phaseY;
        private final int yarns;
        private final int dropped;
        private final double dropFrom;

        Weave(Canvas canvas, Pose pose, RandomGenerator random, int dropped) {
            this.canvas = canvas;
            this.pose = pose;
            this.pitch = (double) canvas.size / YARNS;
            this.phaseX = random.nextDouble();
            this.phaseY = random.nextDouble();
            this.yarns = random.nextInt();
            this.dropped = dropped;
            this.dropFrom = canvas.size * random.nextDouble(0.05, 0.95 - DROPPED);
        }

        void draw() {
            for (int row = 0; row < canvas.size; row++) {
                for (int column = 0; column < canvas.size; column++) {
                    pixel(row * canvas.size + column, pose.partX(column, row), pose.partY(column, row));
                }
            }
        }

        private void pixel(int pixel, double x, double y) {
            double u = x / pitch + phaseX + 4;
            double v = y / pitch + phaseY + 4;
            int warp = (int) u;
            int weft = (int) v;
            float acrossWarp = (float) (2 * (u - warp) - 1);
            float acrossWeft = (float) (2 * (v - weft) - 1);
            boolean warpOnTop = (warp + weft & 3) < 2;
            float warpHeight = yarn(acrossWarp, acrossWeft, warpOnTop);
            float weftHeight = yarn(acrossWeft, acrossWarp, !warpOnTop);
            canvas.cover[pixel] = 1;
            if (isDropped(weft, x)) {
                // The warp yarns lie bare and straight, with the dark base between them.
                float bare = 0.8f - acrossWarp * acrossWarp;
                canvas.height[pixel] = DEPTH * Math.max(bare, 0) - 1;
                canvas.albedo[pixel] = bare > 0.1f ? 0.75f : 0.3f;
                canvas.mask[pixel] = (byte) 255;
            } else {
                float top = Math.max(warpHeight, weftHeight);
                canvas.height[pixel] = DEPTH * Math.max(top, -0.6f);
                canvas.albedo[pixel] = warpHeight > weftHeight ? shade(warp, 0, 1.08f) : shade(weft, 1, 0.86f);
            }
        }

        private boolean isDropped(int weft, double x) {
            return dropped >= 0 && weft == dropped + 4 && x > dropFrom && x < dropFrom + canvas.size * DROPPED;
        }

        /** A round yarn that bends over or under the one that it crosses. */
        private static float yarn(float across, float along, boolean onTop) {
            float round = 1 - across * across;
            float bend = 0.45f * (1 - along * along);
            return 0.9f * round - 0.35f + (onTop ? bend : -bend);
        }

        private float shade(int yarn, int direction, float level) {
            return level + 0.05f * Noise.lattice(yarn, direction, yarns);
        }
    }
}
