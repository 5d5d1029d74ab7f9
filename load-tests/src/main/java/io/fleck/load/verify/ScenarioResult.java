package io.fleck.load.verify;

import io.fleck.load.guarantee.Evidence;
import io.fleck.stream.config.StreamConfig;
import io.fleck.stream.reconcile.Outcomes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came of one scenario.
 *
 * @param scenario its name
 * @param guarantee what the application was set to
 * @param evidence what went in and came out
 * @param shortfalls in what it falls short; empty when it passed
 * @param notes how it went
 * @param seconds how long it took
 */
record ScenarioResult(
        String scenario,
        StreamConfig.Guarantee guarantee,
        Evidence evidence,
        List<String> shortfalls,
        List<String> notes,
        double seconds) {
    ScenarioResult {
        shortfalls = List.copyOf(shortfalls);
        notes = List.copyOf(notes);
    }

    boolean passed() {
        return shortfalls.isEmpty();
    }

    /** The setting as the configuration file has it. */
    String setting() {
        return guarantee.name().toLowerCase(Locale.ROOT);
    }

    /** As the JSON file has it. */
    Map<String, Object> figures() {
        Outcomes outcomes = evidence.outcomes();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("scenario", scenario);
        figures.put("guarantee", setting());
        figures.put("sent", evidence.sent());
        figures.put("results", outcomes.results());
        figures.put("dead_letters", outcomes.deadLetters());
        figures.put("shed", outcomes.shed());
        figures.put("lost", evidence.lost());
        figures.put("duplicated", outcomes.duplicated());
        figures.put("reordered", outcomes.reordered());
        figures.put("passed", passed());
        figures.put("seconds", Math.round(seconds));
        figures.put("shortfalls", shortfalls);
        figures.put("notes", notes);
        return figures;
    }

    /** As the terminal shows it, one line and one for everything that there is to say. */
    String text() {
        Outcomes outcomes = evidence.outcomes();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-16s %-15s %s  sent %d results %d dead %d shed %d lost %d duplicated %d reordered %d  %.0f s",
                scenario,
                setting(),
                passed() ? "passed" : "FAILED",
                evidence.sent(),
                outcomes.results(),
                outcomes.deadLetters(),
                outcomes.shed(),
                evidence.lost(),
                outcomes.duplicated(),
                outcomes.reordered(),
                seconds));
        shortfalls.forEach(shortfall -> text.append("\n    falls short: ").append(shortfall));
        notes.forEach(note -> text.append("\n    ").append(note));
        return text.toString();
    }
}
