package io.fleck.fitting.synthetic;

import java.util.Locale;
import java.util.random.RandomGenerator;

/** What can be wrong with a part: one line each. */
public enum Defect {
    /** A groove, bright where it is fresh. */
    SCRATCH(new Scratch()),
    /** Small dark holes, alone or in a cluster. */
    PIT(new Pits()),
    /** A discoloured patch with a soft, uneven edge. */
    STAIN(new Stain()),
    /** A hole that was not drilled, a yarn that was dropped. */
    MISSING((canvas, random) -> {});

    @SuppressWarnings("ImmutableEnumChecker") // damages have no state
    private final Damage damage;

    Defect(Damage damage) {
        this.damage = damage;
    }

    /** Changes a surface that is drawn and marks what it changed. Stateless. */
    interface Damage {
        /** Adds one defect of random place, size and strength. */
        void apply(Canvas canvas, RandomGenerator random);
    }

    Damage damage() {
        return damage;
    }

    /** Name for labels and folders, such as {@code scratch}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
