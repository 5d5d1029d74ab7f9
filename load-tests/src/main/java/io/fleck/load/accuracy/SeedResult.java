package io.fleck.load.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalDouble;

/**
 * Figures of one seed.
 *
 * @param seed its number
 * @param fit what {@code fit} wrote
 * @param evaluate what {@code evaluate} wrote
 */
record SeedResult(int seed, JsonNode fit, JsonNode evaluate) {
    /** A figure by name, of either command; empty where there is none. */
    OptionalDouble figure(String name) {
        JsonNode value = evaluate.has(name) ? evaluate.path(name) : fit.path(name);
        return value.isNumber() ? OptionalDouble.of(value.doubleValue()) : OptionalDouble.empty();
    }

    /** AUROC of one defect. */
    OptionalDouble auroc(String defect) {
        JsonNode value = evaluate.path("auroc_by_defect").path(defect);
        return value.isNumber() ? OptionalDouble.of(value.doubleValue()) : OptionalDouble.empty();
    }
}
