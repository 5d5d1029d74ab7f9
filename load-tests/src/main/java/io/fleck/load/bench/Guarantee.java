package io.fleck.load.bench;

import java.util.Locale;

/** Processing guarantees that are measured. */
enum Guarantee {
    /** The application's default. */
    EXACTLY_ONCE_V2,
    /** Outcomes are read as soon as they are written. */
    AT_LEAST_ONCE;

    /** Name in the configuration. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
