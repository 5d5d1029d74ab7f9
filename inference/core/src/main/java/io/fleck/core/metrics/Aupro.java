package io.fleck.core.metrics;

import java.util.OptionalDouble;

/**
 * Area under the per-region-overlap curve: at every threshold the mean, over all defect regions, of the part of the
 * region that is found, against the part of all good pixels that are wrongly marked; integrated up to a limit of the
 * latter and divided by it (Bergmann et al., "The MVTec Anomaly Detection Dataset", IJCV 2021, section 5.2).
 *
 * <p>Exact: every distinct score is a threshold, points are joined by straight lines, and the curve is cut at the limit
 * by interpolation.
 */
public final class Aupro {
    private Aupro() {}

    /**
     * The area in [0, 1].
     *
     * @param pixels scores of all pixels
     * @param limit highest false-positive rate, in (0, 1]; 0.3 is the custom
     * @return empty without both good and defective pixels
     */
    public static OptionalDouble of(PixelScores pixels, double limit) {
        if (!(limit > 0 && limit <= 1)) {
            throw new IllegalArgumentException(
                    "AUPRO up to a false-positive rate of " + limit + "; allowed is above 0 and at most 1");
        }
        SortedScores sorted = pixels.sorted();
        if (!sorted.comparable()) {
            return OptionalDouble.empty();
        }
        Area area = new Area(pixels, sorted, limit);
        sorted.descend(area);
        return OptionalDouble.of(area.sum / limit);
    }

    private static final class Area implements SortedScores.Threshold {
        private final PixelScores pixels;
        private final SortedScores sorted;
        private final double limit;
        private double sum;
        private double falsePositiveRate;
        private double overlap;
        private int defectiveBefore;

        Area(PixelScores pixels, SortedScores sorted, double limit) {
            this.pixels = pixels;
            this.sorted = sorted;
            this.limit = limit;
        }

        @Override
        public void at(double score, int goodAtLeast, int defectiveAtLeast) {
            if (falsePositiveRate >= limit) {
                return;
            }
            double nextRate = (double) goodAtLeast / sorted.good();
            double nextOverlap = overlap + gain(defectiveAtLeast);
            double width = Math.min(nextRate, limit) - falsePositiveRate;
            if (width > 0) {
                double slope = (nextOverlap - overlap) / (nextRate - falsePositiveRate);
                sum += width * (overlap + slope * width / 2);
            }
            falsePositiveRate = nextRate;
            overlap = nextOverlap;
            defectiveBefore = defectiveAtLeast;
        }

        private double gain(int defectiveAtLeast) {
            double gain = 0;
            for (int rank = defectiveBefore; rank < defectiveAtLeast; rank++) {
                gain += 1.0 / pixels.regionArea(sorted.defective() - 1 - rank);
            }
            return gain / pixels.regions();
        }
    }
}
