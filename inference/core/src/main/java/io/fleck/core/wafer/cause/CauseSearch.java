package io.fleck.core.wafer.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Finds the attributes that go with a signature: mutual information, compared with what it is when the values are shuffled.
 * An attribute of many values has much information by chance alone; shuffled it has as much, so that does not count. This is
 * the correction for cardinality of OutRank (Skrlj and Mramor, "OutRank: speeding up AutoML-based model search for large
 * sparse data sets with cardinality-aware feature ranking", 2023), with many shuffles in place of one noise column: a single
 * one leaves innocent attributes in.
 *
 * <p>Attributes are tried one by one and in pairs; a pair is a suspect only where it says more than either alone. The
 * p-value compares with the largest score that any attribute has in a shuffle (Westfall and Young, "Resampling-based
 * multiple testing", 1993): that many are looked at is accounted for.
 *
 * <p>Immutable and safe for use by several threads. The same seed and wafers give the same suspects.
 */
public final class CauseSearch {
    /** Shuffles that are enough to say 0.005. */
    public static final int SHUFFLES = 199;

    private static final int FEWEST_SHUFFLES = 19;

    private final int shuffles;
    private final long seed;

    /**
     * Plans a search.
     *
     * @param shuffles of the values, at least 19
     * @param seed of the shuffles
     */
    public CauseSearch(int shuffles, long seed) {
        if (shuffles < FEWEST_SHUFFLES) {
            throw new IllegalArgumentException(
                    "shuffles " + shuffles + "; at least " + FEWEST_SHUFFLES + ", which can say 0.05");
        }
        this.shuffles = shuffles;
        this.seed = seed;
    }

    /** Suspects, the least likely by chance first; empty where all wafers or none show the signature. */
    public List<Suspect> suspects(List<WaferHistory> wafers) {
        long affected = wafers.stream().filter(WaferHistory::affected).count();
        if (affected == 0 || affected == wafers.size()) {
            return List.of();
        }
        Shuffle shuffle = new Shuffle(wafers);
        CauseScores scores = new CauseScores(columns(wafers), wafers, shuffle.none());
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < shuffles; i++) {
            scores.compare(shuffle.draw(random));
        }
        return scores.suspects();
    }

    private static List<Column> columns(List<WaferHistory> wafers) {
        List<String> names = wafers.stream()
                .flatMap(wafer -> wafer.attributes().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        List<Column> columns = new ArrayList<>();
        names.forEach(name -> columns.add(Column.of(List.of(name), wafers)));
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                columns.add(Column.of(List.of(names.get(i), names.get(j)), wafers));
            }
        }
        return columns;
    }
}
