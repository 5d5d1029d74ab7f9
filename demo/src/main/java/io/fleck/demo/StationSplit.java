package io.fleck.demo;

import io.fleck.fitting.data.DataException;
import io.fleck.fitting.data.DataSet;
import io.fleck.fitting.data.LabelledImage;
import io.fleck.fitting.data.Split;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Divides a data set into what is fitted on and what is streamed: the training rows where it has splits, else 80 % of the
 * good pictures, are fitted on; all others stream in a seeded mixture.
 */
final class StationSplit {
    private static final double FITTED_SHARE = 0.8;

    private StationSplit() {}

    /**
     * A station for a data set.
     *
     * @throws DataException when nothing is left to stream
     */
    static Station of(String name, DataSet data, long seed) {
        Random random = new Random(seed);
        boolean hasSplits = data.images().stream().anyMatch(image -> image.split() != Split.EITHER);
        List<LabelledImage> good = hasSplits ? data.forFitting() : someOf(data.forFitting(), random);
        List<LabelledImage> others = new ArrayList<>(hasSplits ? data.forEvaluation() : data.images());
        others.removeAll(good);
        if (others.isEmpty()) {
            throw new DataException(data.origin() + ": no picture is left to stream; add some beside good/");
        }
        Collections.shuffle(others, random);
        return new Station(name, good, others);
    }

    private static List<LabelledImage> someOf(List<LabelledImage> images, Random random) {
        List<LabelledImage> shuffled = new ArrayList<>(images);
        Collections.shuffle(shuffled, random);
        int fitted = Math.max(1, (int) Math.round(FITTED_SHARE * shuffled.size()));
        return shuffled.subList(0, fitted);
    }
}
