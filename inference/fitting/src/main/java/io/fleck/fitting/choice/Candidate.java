package io.fleck.fitting.choice;

import io.fleck.fitting.Fitters;
import io.fleck.fitting.fit.Recipe;
import java.util.List;
import java.util.Map;

/**
 * A detector that is tried.
 *
 * @param name as figures and messages say it: the detector, and settings where they differ from its defaults
 * @param recipe to fit
 */
public record Candidate(String name, Recipe recipe) {
    /** Those that are tried, in the order of the time that they take. */
    public static List<Candidate> all() {
        return List.of(
                of("gaussian", Map.of()),
                of("memory", Map.of()),
                of("memory", Map.of("whitening", "1")),
                of("blend", Map.of()));
    }

    private static Candidate of(String detector, Map<String, String> settings) {
        StringBuilder name = new StringBuilder(detector);
        settings.forEach(
                (setting, value) -> name.append(' ').append(setting).append('=').append(value));
        return new Candidate(name.toString(), Fitters.named(detector).configure(settings));
    }
}
