package io.fleck.stream.deadletters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A set of offsets of one partition, kept as ranges so that its text stays short: {@code 0-41,57,60-63}. Not safe for use
 * by several threads.
 */
final class OffsetRanges {
    private final TreeMap<Long, Long> lastByFirst = new TreeMap<>();

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException for anything else
     */
    static OffsetRanges parse(String text) {
        OffsetRanges ranges = new OffsetRanges();
        for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            String[] ends = part.split("-", -1);
            if (ends.length > 2) {
                throw new IllegalArgumentException("'" + part + "' is no range of offsets");
            }
            ranges.add(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
        }
        return ranges;
    }

    /** Adds all offsets from one to another, both included. */
    void add(long first, long last) {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException(first + "-" + last + " is no range of offsets");
        }
        long from = first;
        long to = last;
        for (Map.Entry<Long, Long> near = touching(from, to); near != null; near = touching(from, to)) {
            from = Math.min(from, near.getKey());
            to = Math.max(to, near.getValue());
            lastByFirst.remove(near.getKey());
        }
        lastByFirst.put(from, to);
    }

    private Map.@Nullable Entry<Long, Long> touching(long from, long to) {
        Map.Entry<Long, Long> near = lastByFirst.floorEntry(to == Long.MAX_VALUE ? to : to + 1);
        return near != null && near.getValue() >= from - 1 ? near : null;
    }

    boolean contains(long offset) {
        Map.Entry<Long, Long> range = lastByFirst.floorEntry(offset);
        return range != null && range.getValue() >= offset;
    }

    /** Forgets offsets below one, whose records are gone. */
    void dropBelow(long offset) {
        List<Map.Entry<Long, Long>> before =
                new ArrayList<>(lastByFirst.headMap(offset, false).entrySet());
        before.stream().map(Map.Entry::getKey).forEach(lastByFirst::remove);
        before.stream()
                .filter(range -> range.getValue() >= offset)
                .forEach(range -> lastByFirst.put(offset, range.getValue()));
    }

    /** Forgets the lowest ranges until the text has no more than so many characters. */
    void shorten(int characters) {
        while (text().length() > characters) {
            lastByFirst.pollFirstEntry();
        }
    }

    /** The offset after the highest; 0 for an empty set. */
    long end() {
        return lastByFirst.isEmpty() ? 0 : lastByFirst.lastEntry().getValue() + 1;
    }

    String text() {
        return lastByFirst.entrySet().stream()
                .map(range -> range.getKey().equals(range.getValue())
                        ? range.getKey().toString()
                        : range.getKey() + "-" + range.getValue())
                .collect(Collectors.joining(","));
    }
}
