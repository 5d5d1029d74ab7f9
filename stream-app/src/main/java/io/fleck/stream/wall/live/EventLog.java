package io.fleck.stream.wall.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The last events, bounded in number and bytes, so that a browser that was cut off can go on. Not thread-safe. */
final class EventLog {
    private final int events;
    private final long bytes;
    private final Deque<WallEvent> log = new ArrayDeque<>();
    private long held;
    private long last;

    /**
     * An empty log.
     *
     * @param events most events held
     * @param bytes most bytes held
     */
    EventLog(int events, long bytes) {
        this.events = events;
        this.bytes = bytes;
    }

    /** Appends an event under the next number. */
    WallEvent append(String type, String slot, boolean picture, String data) {
        WallEvent event = new WallEvent(++last, type, slot, picture, data);
        log.addLast(event);
        held += event.bytes();
        while (log.size() > events || held > bytes) {
            held -= log.removeFirst().bytes();
        }
        return event;
    }

    /** Number of the last event; 0 before the first. */
    long last() {
        return last;
    }

    /** All events after a number; empty when some of them are no longer held, or the number is of no event. */
    Optional<List<WallEvent>> after(long sequence) {
        long first = log.isEmpty() ? last + 1 : log.getFirst().sequence();
        if (sequence < first - 1 || sequence > last) {
            return Optional.empty();
        }
        return Optional.of(log.stream().filter(e -> e.sequence() > sequence).toList());
    }
}
