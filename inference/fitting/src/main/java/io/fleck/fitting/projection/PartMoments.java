package io.fleck.fitting.projection;

import io.fleck.fitting.backbone.Features;
import io.fleck.fitting.parallel.Workers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Moments of unions of parts; those of a part are summed once, however many unions it is in. Not safe for threads. */
public final class PartMoments {
    private final Features features;
    private final List<int[]> parts;
    private final Workers workers;
    private final Map<Integer, ChannelMoments> known = new HashMap<>();

    /**
     * Knows no moments yet.
     *
     * @param parts indices of the pictures of each part
     */
    public PartMoments(Features features, List<int[]> parts, Workers workers) {
        this.features = features;
        this.parts = List.copyOf(parts);
        this.workers = workers;
    }

    /** The moments of all pictures of some parts. */
    public ChannelMoments of(Set<Integer> chosen) throws InterruptedException {
        ChannelMoments sum = ChannelMoments.zero(features.channels());
        for (int part : new TreeSet<>(chosen)) {
            ChannelMoments moments = known.get(part);
            if (moments == null) {
                moments = ChannelMoments.of(features, parts.get(part), workers);
                known.put(part, moments);
            }
            sum = sum.plus(moments);
        }
        return sum;
    }

    /** The pictures of some parts, ascending. */
    public int[] images(Set<Integer> chosen) {
        return chosen.stream()
                .flatMapToInt(part -> IntStream.of(parts.get(part)))
                .sorted()
                .toArray();
    }
}
