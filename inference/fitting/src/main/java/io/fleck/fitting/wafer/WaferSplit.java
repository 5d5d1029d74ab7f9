package io.fleck.fitting.wafer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Wafers divided class by class, by a seed.
 *
 * @param rest what is left when both parts are taken
 * @param first one part
 * @param second another part
 */
public record WaferSplit(List<LabelledWafer> rest, List<LabelledWafer> first, List<LabelledWafer> second) {
    /** Keeps copies. */
    public WaferSplit {
        rest = List.copyOf(rest);
        first = List.copyOf(first);
        second = List.copyOf(second);
    }

    /**
     * Takes the same share of every class, rounded to whole wafers, for each part.
     *
     * @param firstShare share of the first part, at least 0
     * @param secondShare share of the second part, at least 0; both together below 1
     */
    public static WaferSplit of(List<LabelledWafer> wafers, double firstShare, double secondShare, long seed) {
        if (!(firstShare >= 0 && secondShare >= 0 && firstShare + secondShare < 1)) {
            throw new IllegalArgumentException(
                    "shares " + firstShare + " and " + secondShare + "; allowed are from 0, together below 1");
        }
        Map<String, List<LabelledWafer>> classes = new LinkedHashMap<>();
        wafers.forEach(wafer -> classes.computeIfAbsent(wafer.label(), label -> new ArrayList<>())
                .add(wafer));
        Random random = new Random(seed);
        List<LabelledWafer> rest = new ArrayList<>();
        List<LabelledWafer> first = new ArrayList<>();
        List<LabelledWafer> second = new ArrayList<>();
        classes.keySet().stream().sorted().forEach(label -> {
            List<LabelledWafer> members = new ArrayList<>(classes.getOrDefault(label, List.of()));
            Collections.shuffle(members, random);
            int one = (int) Math.round(firstShare * members.size());
            int two = one + (int) Math.round(secondShare * members.size());
            first.addAll(members.subList(0, one));
            second.addAll(members.subList(one, two));
            rest.addAll(members.subList(two, members.size()));
        });
        return new WaferSplit(rest, first, second);
    }
}
