package io.fleck.core.wafer.cause;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * What happened to a wafer, and whether it shows the signature whose cause is looked for.
 *
 * @param lot its lot; blank when unknown, it then counts as one of its own
 * @param attributes values by name, for example tool to T3; an attribute that is not known is left out
 * @param affected whether it shows the signature
 */
public record WaferHistory(String lot, Map<String, String> attributes, boolean affected) {
    /** Keeps a copy; leaves out values that are blank. */
    public WaferHistory {
        attributes = attributes.entrySet().stream()
                .filter(attribute -> !attribute.getValue().isBlank())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
