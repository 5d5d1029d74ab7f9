package io.fleck.stream.wall.live;

/**
 * One event for the browsers.
 *
 * @param sequence position in the order of all events, from 1; {@link #UNNUMBERED} for a part of a whole
 * @param type name of the event: hello, count, trend, history, anomaly, preview, wafer,
 *     pattern
 * @param slot events of one slot replace each other in the queue of a browser that can't keep up
 * @param picture whether it may be dropped for such a browser
 * @param data one line of JSON
 */
record WallEvent(long sequence, String type, String slot, boolean picture, String data) {
    /** Sequence of an event that a browser must not go on from. */
    static final long UNNUMBERED = -1;

    /** The same event under a number. */
    WallEvent numbered(long number) {
        return new WallEvent(number, type, slot, picture, data);
    }

    /** Approximate size in memory. */
    int bytes() {
        return data.length() + 100;
    }
}
