package io.fleck.load.verify;

import io.fleck.stream.reconcile.Outcomes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Results of all scenarios as a table in Markdown. */
final class GuaranteesTable {
    private GuaranteesTable() {}

    /** One scenario a row, without a line end behind the last one. */
    static String markdown(List<ScenarioResult> results, List<Skipped> skipped) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "| scenario | guarantee | sent | results | dead letters | shed | lost | duplicated | reordered | passed"
                        + " | seconds | how it went |");
        lines.add("|---|---|---|---|---|---|---|---|---|---|---|---|");
        results.forEach(result -> lines.add(row(result)));
        skipped.forEach(skip -> lines.add("\n`" + skip.scenario() + "` was skipped: " + skip.reason()));
        return String.join("\n", lines);
    }

    private static String row(ScenarioResult result) {
        Outcomes outcomes = result.evidence().outcomes();
        List<String> words = new ArrayList<>(result.shortfalls());
        words.addAll(result.notes());
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %d | %d | %d | %d | %d | %d | %s | %.0f | %s |",
                result.scenario(),
                result.setting(),
                result.evidence().sent(),
                outcomes.results(),
                outcomes.deadLetters(),
                outcomes.shed(),
                result.evidence().lost(),
                outcomes.duplicated(),
                outcomes.reordered(),
                result.passed() ? "yes" : "**no**",
                result.seconds(),
                String.join("; ", words).replace('|', '/').replace('\n', ' '));
    }
}
