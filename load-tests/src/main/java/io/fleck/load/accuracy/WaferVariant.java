package io.fleck.load.accuracy;

import java.util.ArrayList;
import java.util.List;

/** What is trained for a seed of the wafer protocol. */
enum WaferVariant {
    /** All classes. */
    ALL("all", false, false),
    /** Some classes held out. */
    HELD_OUT("held-out", true, false),
    /** Some classes held out, with mixture outlier exposure. */
    EXPOSED("exposed", true, true);

    private final String label;
    private final boolean heldOut;
    private final boolean exposed;

    WaferVariant(String label, boolean heldOut, boolean exposed) {
        this.label = label;
        this.heldOut = heldOut;
        this.exposed = exposed;
    }

    /** Name of its files. */
    String label() {
        return label;
    }

    /** Options of {@code fit-wafers} beside those that all variants have. */
    List<String> options(String classes) {
        List<String> options = new ArrayList<>();
        if (heldOut) {
            options.addAll(List.of("--hold-out", classes));
        }
        if (exposed) {
            options.add("--outlier-exposure");
        }
        return options;
    }
}
