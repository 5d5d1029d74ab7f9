package io.fleck.stream.topology;

import io.fleck.core.detect.ScoreMap;
import java.nio.ByteBuffer;

/**
 * A score map in one unsigned byte a cell, linear from its minimum (0) to its maximum (255).
 *
 * @param width columns
 * @param height rows
 * @param minimum score that 0 stands for
 * @param maximum score that 255 stands for
 * @param cells row by row
 */
public record QuantizedMap(int width, int height, float minimum, float maximum, ByteBuffer cells) {
    private static final int LEVELS = 255;

    /** Rounds every score to the nearest of 256 levels; a map of one value is all zeros. */
    public static QuantizedMap of(ScoreMap map) {
        float minimum = map.minimum();
        float maximum = map.maximum();
        double scale = maximum > minimum ? LEVELS / ((double) maximum - minimum) : 0;
        byte[] cells = new byte[map.scores().length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (byte) Math.round((map.scores()[i] - (double) minimum) * scale);
        }
        return new QuantizedMap(map.width(), map.height(), minimum, maximum, ByteBuffer.wrap(cells));
    }
}
