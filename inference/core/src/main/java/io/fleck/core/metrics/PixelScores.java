package io.fleck.core.metrics;

import io.fleck.core.detect.Mask;
import io.fleck.core.detect.Masks;
import io.fleck.core.detect.ScoreMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Scores of all pixels of a labelled set in order, with the defect region that each defective pixel belongs to.
 *
 * <p>Memory: four bytes a good pixel and eight a defective one (580 maps of 256 x 256: 160 MB, and as much again while
 * they are built). Immutable and safe for use by several threads.
 */
public final class PixelScores {
    private final float[] good;
    private final long[] defective;
    private final int[] regionAreas;

    private PixelScores(float[] good, long[] defective, int[] regionAreas) {
        this.good = good;
        this.defective = defective;
        this.regionAreas = regionAreas;
        Arrays.parallelSort(good);
        Arrays.parallelSort(defective);
    }

    /** Starts an empty set. */
    public static Builder builder() {
        return new Builder();
    }

    /** The pixels as items, for pixel AUROC and pixel AP. */
    public SortedScores sorted() {
        return new SortedScores(i -> good[i], good.length, this::defectiveScore, defective.length);
    }

    /** Number of defect regions: 8-connected components of the masks, image by image. */
    public int regions() {
        return regionAreas.length;
    }

    double defectiveScore(int index) {
        return decode((int) (defective[index] >> 32));
    }

    /** Pixels of the region that the defective pixel of that rank belongs to. */
    int regionArea(int index) {
        return regionAreas[(int) defective[index]];
    }

    /** Whole numbers in the order of the floats, so that a score and its region sort as one long. */
    private static int encode(float score) {
        int bits = Float.floatToIntBits(score + 0.0f); // -0 and 0 are one score
        return bits >= 0 ? bits : bits ^ Integer.MAX_VALUE;
    }

    private static float decode(int ordered) {
        return Float.intBitsToFloat(ordered >= 0 ? ordered : ordered ^ Integer.MAX_VALUE);
    }

    /** Collects score maps image by image. Not safe for use by several threads. */
    public static final class Builder {
        private final List<float[]> good = new ArrayList<>();
        private final List<long[]> defective = new ArrayList<>();
        private final List<int[]> areas = new ArrayList<>();
        private int regions;

        private Builder() {}

        /**
         * Adds the map of a good image.
         *
         * @throws IllegalArgumentException when a score is not a number
         */
        public Builder addGood(ScoreMap map) {
            check(map);
            good.add(map.scores().clone());
            return this;
        }

        /**
         * Adds the map of a defective image.
         *
         * @param truth ground truth of the same size as the map, with at least one pixel inside
         * @throws IllegalArgumentException when a score is not a number, the sizes differ or the mask is empty
         */
        public Builder addDefective(ScoreMap map, Mask truth) {
            check(map);
            check(map, truth);
            int[] labels = Masks.labels(truth);
            int inside = (int) truth.area();
            good.add(outside(map, labels, labels.length - inside));
            defective.add(inside(map, labels, inside));
            areas.add(areas(labels));
            regions += areas.get(areas.size() - 1).length;
            return this;
        }

        private static float[] outside(ScoreMap map, int[] labels, int count) {
            float[] scores = new float[count];
            int at = 0;
            for (int i = 0; i < labels.length; i++) {
                if (labels[i] == 0) {
                    scores[at++] = map.scores()[i];
                }
            }
            return scores;
        }

        private long[] inside(ScoreMap map, int[] labels, int count) {
            long[] marked = new long[count];
            int at = 0;
            for (int i = 0; i < labels.length; i++) {
                if (labels[i] != 0) {
                    marked[at++] = ((long) encode(map.scores()[i]) << 32) | (regions + labels[i] - 1);
                }
            }
            return marked;
        }

        private static int[] areas(int[] labels) {
            int[] found = new int[Arrays.stream(labels).max().orElse(0)];
            for (int label : labels) {
                if (label != 0) {
                    found[label - 1]++;
                }
            }
            return found;
        }

        private static void check(ScoreMap map) {
            for (float score : map.scores()) {
                if (Float.isNaN(score)) {
                    throw new IllegalArgumentException("a pixel's score is not a number");
                }
            }
        }

        private static void check(ScoreMap map, Mask truth) {
            if (map.width() != truth.width() || map.height() != truth.height()) {
                throw new IllegalArgumentException("score map of " + map.width() + " x " + map.height()
                        + " against a mask of " + truth.width() + " x " + truth.height());
            }
            if (truth.area() == 0) {
                throw new IllegalArgumentException("the mask of a defective image is empty; leave the image out");
            }
        }

        /** Sorts everything; the builder is empty afterwards. */
        public PixelScores build() {
            PixelScores built = new PixelScores(joinFloats(good), joinLongs(defective), joinInts(areas));
            regions = 0;
            return built;
        }

        private static float[] joinFloats(List<float[]> parts) {
            float[] joined = new float
                    [Math.toIntExact(
                            parts.stream().mapToLong(part -> part.length).sum())];
            int at = 0;
            for (float[] part : parts) {
                System.arraycopy(part, 0, joined, at, part.length);
                at += part.length;
            }
            parts.clear();
            return joined;
        }

        private static long[] joinLongs(List<long[]> parts) {
            long[] joined = parts.stream().flatMapToLong(Arrays::stream).toArray();
            parts.clear();
            return joined;
        }

        private static int[] joinInts(List<int[]> parts) {
            int[] joined = parts.stream().flatMapToInt(Arrays::stream).toArray();
            parts.clear();
            return joined;
        }
    }
}
