package io.fleck.cluster.registry;

/** Whether a subject, or the whole registry, takes changes. */
enum Mode {
    READWRITE,
    READONLY
}
