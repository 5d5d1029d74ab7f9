package io.fleck.core.detect;

import io.fleck.core.image.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Measures the components of a mask. */
final class RegionFinder {
    private static final Comparator<Region> HIGHEST_PEAK_FIRST = Comparator.comparingDouble(Region::peakScore)
            .thenComparingLong(Region::area)
            .reversed()
            .thenComparingInt(region -> region.bounds().y())
            .thenComparingInt(region -> region.bounds().x());

    private final Components components;
    private final BilinearMap scores;
    private final ScoreMap map;
    private final Rectangle area;
    private final List<Measures> measures = new ArrayList<>();

    RegionFinder(Components components, BilinearMap scores, ScoreMap map, Rectangle area) {
        this.components = components;
        this.scores = scores;
        this.map = map;
        this.area = area;
    }

    List<Region> regions() {
        for (int run = 0; run < components.runs(); run++) {
            if (components.component(run) == measures.size()) {
                measures.add(new Measures(components.from(run), components.row(run)));
            }
        }
        measureRuns();
        measurePeaks();
        return measures.stream()
                .map(found -> found.region(components))
                .sorted(HIGHEST_PEAK_FIRST)
                .toList();
    }

    private void measureRuns() {
        float[] row = new float[area.width()];
        int rowAt = -1;
        for (int run = 0; run < components.runs(); run++) {
            if (components.row(run) != rowAt) {
                rowAt = components.row(run);
                scores.row(clamp(rowAt - area.y(), area.height()), row);
            }
            Measures found = measures.get(components.component(run));
            found.extend(rowAt, components.from(run), components.to(run));
            for (int x = components.from(run); x < components.to(run); x++) {
                found.add(row[clamp(x - area.x(), area.width())]);
            }
        }
    }

    /** Interpolation cuts the top off a cell that no pixel's centre meets; its score still belongs to the region. */
    private void measurePeaks() {
        for (int cell = 0; cell < map.scores().length; cell++) {
            int x = area.x() + scores.nearestColumn(cell % map.width());
            int y = area.y() + scores.nearestRow(cell / map.width());
            float score = map.scores()[cell];
            components
                    .runAt(x, y)
                    .ifPresent(run -> measures.get(components.component(run)).raisePeak(score));
        }
    }

    private static int clamp(int value, int size) {
        return Math.max(0, Math.min(size - 1, value));
    }
}
