package io.fleck.core.wafer.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Gives wafers the values of others so that nothing connects values with signatures any more, but what lots do to both
 * stays: lots change places as wholes, and wafers within them. Wafers of a lot share a tool and, often, a signature; shuffled
 * one by one they would count as so many witnesses, and some innocent tool would look guilty every time.
 */
final class Shuffle {
    private final int wafers;
    private final List<int[]> lots;

    Shuffle(List<WaferHistory> history) {
        Map<String, List<Integer>> byLot = new LinkedHashMap<>();
        for (int i = 0; i < history.size(); i++) {
            String lot = history.get(i).lot();
            byLot.computeIfAbsent(lot.isBlank() ? " " + i : lot, name -> new ArrayList<>())
                    .add(i);
        }
        this.wafers = history.size();
        this.lots = byLot.values().stream()
                .map(members -> members.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    /** For each wafer the one whose values it is given. A lot that is longer than its giver takes some twice. */
    int[] draw(RandomGenerator random) {
        int[] from = new int[wafers];
        int[] order = identity(lots.size());
        mix(order, random);
        for (int lot = 0; lot < order.length; lot++) {
            int[] givers = lots.get(order[lot]).clone();
            mix(givers, random);
            int[] takers = lots.get(lot);
            for (int i = 0; i < takers.length; i++) {
                from[takers[i]] = givers[i % givers.length];
            }
        }
        return from;
    }

    /** Every wafer with its own values. */
    int[] none() {
        return identity(wafers);
    }

    private static int[] identity(int length) {
        int[] numbers = new int[length];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }

    private static void mix(int[] numbers, RandomGenerator random) {
        for (int i = numbers.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int taken = numbers[other];
            numbers[other] = numbers[i];
            numbers[i] = taken;
        }
    }
}
