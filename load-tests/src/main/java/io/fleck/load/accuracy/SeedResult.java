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
    /** A figure of {@code evaluate} by name; empty where there is none. */
    OptionalDouble figure(String name) {
        return number(evaluate.path(name));
    }

    /** A figure of {@code fit} by name; some names mean another thing there. */
    OptionalDouble fitFigure(String name) {
        return number(fit.path(name));
    }

    /** AUROC of one defect. */
    OptionalDouble auroc(String defect) {
        return figure("auroc_by_defect", defect);
    }

    /** A figure of {@code evaluate} that there is one of a name; empty where there is none. */
    OptionalDouble figure(String map, String name) {
        return number(evaluate.path(map).path(name));
    }

    private static OptionalDouble number(JsonNode value) {
        return value.isNumber() ? OptionalDouble.of(value.doubleValue()) : OptionalDouble.empty();
    }
}
