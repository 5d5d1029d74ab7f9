package io.fleck.load.verify;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A scenario that this machine does not allow.
 *
 * @param scenario its name
 * @param reason why not
 */
record Skipped(String scenario, String reason) {
    /** As the JSON file has it. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("scenario", scenario);
        figures.put("reason", reason);
        return figures;
    }
}
