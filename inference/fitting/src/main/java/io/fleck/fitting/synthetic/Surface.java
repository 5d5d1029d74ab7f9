package io.fleck.fitting.synthetic;

import java.util.Locale;

/** The kinds of parts: one line each. */
public enum Surface {
    /** A milled plate with brushed finish, four holes and a slot. */
    BRUSHED_METAL(new BrushedPlate()),
    /** Woven fabric. */
    WOVEN(new WovenFabric()),
    /** A cast flange with a bore and six bolt holes. */
    CAST(new CastFlange());

    @SuppressWarnings("ImmutableEnumChecker") // blueprints have no state
    private final Blueprint blueprint;

    Surface(Blueprint blueprint) {
        this.blueprint = blueprint;
    }

    Blueprint blueprint() {
        return blueprint;
    }

    /** Name for stations and folders, such as {@code brushed-metal}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
