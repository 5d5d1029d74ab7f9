package io.fleck.core.wafer.cause;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An attribute, or two together, as codes: a code a value that at least two wafers have. A value of one wafer says nothing
 * of any other, and an identifier would have nothing else.
 */
@SuppressWarnings("ArrayRecordComponent") // made and read by one search
record Column(List<String> attributes, int[] codes, List<List<String>> values) {
    /** Code of a wafer without the attribute, or with a value of its own. */
    static final int NONE = -1;

    static Column of(List<String> attributes, List<WaferHistory> wafers) {
        Map<List<String>, Integer> counts = new HashMap<>();
        wafers.forEach(wafer -> counts.merge(value(attributes, wafer), 1, Integer::sum));
        Map<List<String>, Integer> codes = new HashMap<>();
        List<List<String>> values = new ArrayList<>();
        int[] column = new int[wafers.size()];
        for (int i = 0; i < column.length; i++) {
            List<String> value = value(attributes, wafers.get(i));
            if (value.size() < attributes.size() || counts.getOrDefault(value, 0) < 2) {
                column[i] = NONE;
            } else {
                column[i] = codes.computeIfAbsent(value, added -> {
                    values.add(added);
                    return values.size() - 1;
                });
            }
        }
        return new Column(attributes, column, values);
    }

    /** Shorter than the attributes where the wafer lacks one. */
    private static List<String> value(List<String> attributes, WaferHistory wafer) {
        return attributes.stream()
                .filter(wafer.attributes()::containsKey)
                .map(attribute -> wafer.attributes().getOrDefault(attribute, ""))
                .toList();
    }

    Map<String, String> named(int code) {
        Map<String, String> named = new TreeMap<>();
        for (int i = 0; i < attributes.size(); i++) {
            named.put(attributes.get(i), values.get(code).get(i));
        }
        return named;
    }
}
