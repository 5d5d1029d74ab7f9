package io.fleck.stream.topology;

import java.util.Map;
import java.util.Optional;

/** The stations of this application by id. Safe for use by several threads. */
public final class Stations {
    private final Map<String, Station> listed;
    private final Optional<Station> others;

    /**
     * A fixed set of stations.
     *
     * @param listed by id
     * @param others stands for all that are not listed; empty makes their frames dead letters
     */
    public Stations(Map<String, Station> listed, Optional<Station> others) {
        this.listed = Map.copyOf(listed);
        this.others = others;
    }

    /** What a station inspects with; empty when it is neither listed nor covered. */
    public Optional<Station> find(String id) {
        return Optional.ofNullable(listed.get(id)).or(() -> others);
    }
}
