package io.fleck.stream.config;

import io.fleck.core.image.DecodeLimits;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** Reads the limits of decoding. */
final class ImagesConfig {
    private static final String MAX_BYTES = "images.max.bytes";
    private static final String MAX_PIXELS = "images.max.pixels";

    private ImagesConfig() {}

    static void define(ConfigDef keys) {
        new Section(keys, "Images")
                .value(
                        MAX_BYTES,
                        "64MiB",
                        Kinds.size("1KiB", "1GiB"),
                        "Largest encoded picture; a larger one is a dead letter before anything is allocated. What does"
                                + " not fit into a record, 16 MiB, comes by a claim check.")
                .integer(
                        MAX_PIXELS,
                        64_000_000,
                        1,
                        1_000_000_000,
                        "Most pixels of a picture, read from its header; one with more is a dead letter.");
    }

    static DecodeLimits read(AbstractConfig values) {
        return new DecodeLimits(Kinds.size("1KiB", "1GiB").get(values, MAX_BYTES), values.getInt(MAX_PIXELS));
    }
}
