package io.fleck.core.detect;

import io.fleck.core.image.Rectangle;
import java.util.BitSet;

/** The rows of a mask over the region of interest. */
final class Thresholded {
    private final ScoreMap map;
    private final BilinearMap scores;
    private final double threshold;
    private final Rectangle region;
    private final int frameWidth;
    private final float[] row;
    private final boolean[] inside;
    private final BitSet rowsWithPeaks = new BitSet();

    Thresholded(ScoreMap map, double threshold, Rectangle region, int frameWidth) {
        this.map = map;
        this.scores = new BilinearMap(map, region.width(), region.height());
        this.threshold = threshold;
        this.region = region;
        this.frameWidth = frameWidth;
        this.row = new float[region.width()];
        this.inside = new boolean[region.width()];
        for (int cell = 0; cell < map.scores().length; cell++) {
            if (map.scores()[cell] > threshold) {
                rowsWithPeaks.set(scores.nearestRow(cell / map.width()));
            }
        }
    }

    void appendTo(RunLengths runs) {
        for (int y = 0; y < region.height(); y++) {
            runs.append(false, region.x());
            if (scores.rowLimit(y) > threshold || rowsWithPeaks.get(y)) {
                appendRow(y, runs);
            } else {
                runs.append(false, region.width());
            }
            runs.append(false, frameWidth - region.x() - region.width());
        }
    }

    private void appendRow(int y, RunLengths runs) {
        scores.row(y, row);
        for (int x = 0; x < row.length; x++) {
            inside[x] = row[x] > threshold;
        }
        if (rowsWithPeaks.get(y)) {
            markPeaks(y);
        }
        int from = 0;
        for (int x = 1; x <= row.length; x++) {
            if (x == row.length || inside[x] != inside[from]) {
                runs.append(inside[from], x - from);
                from = x;
            }
        }
    }

    private void markPeaks(int y) {
        for (int cell = 0; cell < map.scores().length; cell++) {
            if (map.scores()[cell] > threshold && scores.nearestRow(cell / map.width()) == y) {
                inside[scores.nearestColumn(cell % map.width())] = true;
            }
        }
    }
}
