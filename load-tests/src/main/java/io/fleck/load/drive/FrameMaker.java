package io.fleck.load.drive;

import io.fleck.avro.CameraFrame;
import io.fleck.avro.FrameFormat;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/**
 * Raw frames of several cameras in turn, every fiftieth of them with a bright spot. The same number gives the same
 * picture.
 */
public final class FrameMaker {
    /** Cameras that take turns. */
    public static final int CAMERAS = 6;

    /** Station of all of them. */
    public static final String STATION = "press";

    private static final int SHADES = 16;
    private static final int DARKEST = 40;
    private static final int BRIGHT = 250;
    private static final int ANOMALY_EVERY = 50;

    private final int side;
    private final byte[][] good = new byte[SHADES][];
    private final byte[][] spotted = new byte[SHADES][];

    /**
     * Frames of one size.
     *
     * @param side width and height in pixels, at least 16
     */
    public FrameMaker(int side) {
        if (side < SHADES) {
            throw new IllegalArgumentException("side " + side + "; it must be at least " + SHADES);
        }
        this.side = side;
        for (int shade = 0; shade < SHADES; shade++) {
            good[shade] = pixels(shade);
            spotted[shade] = good[shade].clone();
            addSpot(spotted[shade]);
        }
    }

    /** Whether this frame has a bright spot. */
    static boolean anomalous(long number) {
        return number % ANOMALY_EVERY == ANOMALY_EVERY - 1;
    }

    static String camera(long number) {
        return "camera-" + number % CAMERAS;
    }

    /** A frame by its number, from 0. */
    CameraFrame frame(long number, Instant capturedAt) {
        String camera = camera(number);
        long sequence = number / CAMERAS;
        byte[][] pictures = anomalous(number) ? spotted : good;
        return CameraFrame.newBuilder()
                .setId(camera + "-" + sequence)
                .setCamera(camera)
                .setStation(STATION)
                .setCapturedAt(capturedAt)
                .setSequence(sequence)
                .setFormat(FrameFormat.Mono8)
                .setWidth(side)
                .setHeight(side)
                .setBytes(ByteBuffer.wrap(pictures[(int) (number % SHADES)]))
                .build();
    }

    private byte[] pixels(int shade) {
        byte[] pixels = new byte[side * side];
        Arrays.fill(pixels, (byte) (DARKEST + shade));
        return pixels;
    }

    private void addSpot(byte[] pixels) {
        for (int row = 0; row < side / 2; row++) {
            Arrays.fill(pixels, row * side, row * side + side / 2, (byte) BRIGHT);
        }
    }
}
