package io.fleck.stream.topology;

/** What an input holds that can be inspected. */
public interface Subject {
    /** Event id of its outcome. */
    String eventId();

    /** What it has in common with the same subject sent again, and with no other. */
    String identity();
}
