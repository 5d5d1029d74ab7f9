package io.fleck.core.wafer.pattern;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a wafer changed.
 *
 * @param state to keep in place of the one before
 * @param found a pattern that became one with this wafer; null for none
 */
public record PatternStep(PatternState state, @Nullable NovelPattern found) {
    /** A pattern that became one with this wafer. */
    public Optional<NovelPattern> pattern() {
        return Optional.ofNullable(found);
    }
}
