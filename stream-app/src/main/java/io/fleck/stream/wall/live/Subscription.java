package io.fleck.stream.wall.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one browser has not been sent yet. For a browser that can't keep up newer events take the place of older ones of
 * the same slot, and pictures beyond a bound are dropped, oldest first; counters never are. Safe for several threads.
 */
final class Subscription {
    static final int PICTURES = 48;
    static final int OTHERS = 1_024;

    private final Map<String, WallEvent> waiting = new LinkedHashMap<>();
    private int pictures;
    private long dropped;
    private boolean closed;

    synchronized void offer(WallEvent event) {
        WallEvent replaced = waiting.remove(event.slot());
        if (replaced != null && replaced.picture()) {
            pictures--;
            dropped++;
        }
        waiting.put(event.slot(), event);
        if (event.picture()) {
            pictures++;
        }
        if (pictures > PICTURES) {
            dropOldest(true);
        }
        if (waiting.size() - pictures > OTHERS) {
            dropOldest(false);
        }
        notifyAll();
    }

    private void dropOldest(boolean picture) {
        Iterator<WallEvent> all = waiting.values().iterator();
        while (all.hasNext()) {
            if (all.next().picture() == picture) {
                all.remove();
                pictures -= picture ? 1 : 0;
                dropped++;
                return;
            }
        }
    }

    /** Everything that waits, in order; empty after the limit, or when closed. */
    synchronized List<WallEvent> take(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (waiting.isEmpty() && !closed) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        List<WallEvent> events = new ArrayList<>(waiting.values());
        waiting.clear();
        pictures = 0;
        return events;
    }

    /** Events that this browser will never see. */
    synchronized long dropped() {
        return dropped;
    }

    synchronized boolean closed() {
        return closed;
    }

    /** Wakes whoever waits; nothing more will come. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
