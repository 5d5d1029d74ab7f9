package io.fleck.stream.wall.live;

import java.util.List;
import java.util.Map;

/**
 * A pattern that nobody has named.
 *
 * @param eventId its id
 * @param product product of its wafers
 * @param step step of its wafers
 * @param count wafers that it had when it was raised
 * @param raisedAt milliseconds since the epoch
 * @param examples wafers that show it
 * @param suspects what goes with it, the least likely by chance first
 */
public record PatternSeen(
        String eventId,
        String product,
        String step,
        int count,
        long raisedAt,
        List<Example> examples,
        List<Suspect> suspects) {
    /** Keeps copies. */
    public PatternSeen {
        examples = List.copyOf(examples);
        suspects = List.copyOf(suspects);
    }

    /**
     * A wafer that shows it.
     *
     * @param id of its map
     */
    public record Example(String id, String lot, String wafer) {}

    /**
     * What goes with it.
     *
     * @param values by attribute
     * @param pValue probability by chance
     */
    public record Suspect(Map<String, String> values, double pValue) {
        /** Keeps a copy. */
        public Suspect {
            values = Map.copyOf(values);
        }
    }
}
