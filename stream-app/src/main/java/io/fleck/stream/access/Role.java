package io.fleck.stream.access;

import java.util.Locale;

/** Who works with the topics of a line. */
public enum Role {
    /** Sends frames and wafer maps. */
    GATEWAY,
    /** The application: {@code fleck run}. */
    APP,
    /** Acts on what was found: an MES, a historian. */
    MES,
    /** People with the commands: live wall, recipes, names of patterns, labels, dead letters. */
    OPERATOR;

    /** Name in documents and manifests. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
