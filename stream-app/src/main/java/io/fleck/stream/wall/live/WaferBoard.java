package io.fleck.stream.wall.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Wafers as the page shows them: a map and its result come from two topics in either order, and are shown once both are
 * there. Bounded. Not thread-safe.
 */
final class WaferBoard {
    /** Wafers on the page. */
    static final int SHOWN = 24;

    /** Patterns on the page. */
    static final int PATTERNS = 6;

    /** Wafers of a pattern on the page. */
    static final int EXAMPLES = 8;

    /** Pictures that are kept for patterns to come, and results whose map has not come. */
    static final int HELD = 512;

    private final Map<String, WaferSeen> maps = new Latest<>();
    private final Map<String, WaferVerdict> verdicts = new Latest<>();
    private final Deque<WaferMessages.Wafer> shown = new ArrayDeque<>();
    private final Deque<PatternSeen> patterns = new ArrayDeque<>();

    /** Forgets the oldest. */
    private static final class Latest<T> extends LinkedHashMap<String, T> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > HELD;
        }
    }

    /** A map has come; the wafer when its result is there. */
    Optional<WaferMessages.Wafer> map(WaferSeen map) {
        maps.put(map.id(), map);
        return Optional.ofNullable(verdicts.remove(map.id())).map(verdict -> show(map, verdict));
    }

    /** A result has come; the wafer when its map is there. */
    Optional<WaferMessages.Wafer> result(WaferVerdict verdict) {
        WaferSeen map = maps.get(verdict.id());
        if (map == null) {
            verdicts.put(verdict.id(), verdict);
            return Optional.empty();
        }
        return Optional.of(show(map, verdict));
    }

    private WaferMessages.Wafer show(WaferSeen map, WaferVerdict verdict) {
        WaferMessages.Wafer wafer = WaferMessages.Wafer.of(map, verdict);
        shown.removeIf(other -> other.id().equals(wafer.id()));
        shown.addLast(wafer);
        if (shown.size() > SHOWN) {
            shown.removeFirst();
        }
        return wafer;
    }

    /** A pattern has been raised. */
    WaferMessages.Pattern pattern(PatternSeen pattern) {
        patterns.removeIf(other -> other.eventId().equals(pattern.eventId()));
        patterns.addLast(pattern);
        if (patterns.size() > PATTERNS) {
            patterns.removeFirst();
        }
        return WaferMessages.Pattern.of(pattern, maps);
    }

    /** Wafers on the page, the oldest first. */
    List<WaferMessages.Wafer> wafers() {
        return List.copyOf(shown);
    }

    /** Patterns on the page, the oldest first. */
    List<WaferMessages.Pattern> patterns() {
        return patterns.stream()
                .map(pattern -> WaferMessages.Pattern.of(pattern, maps))
                .toList();
    }
}
