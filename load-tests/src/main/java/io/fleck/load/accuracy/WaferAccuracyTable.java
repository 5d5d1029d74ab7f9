package io.fleck.load.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Figures of the wafer protocol as a table in Markdown: one column a seed, one block a variant. */
final class WaferAccuracyTable {
    private WaferAccuracyTable() {}

    /**
     * One figure a row, without a line end behind the last one.
     *
     * @param blocks title of each block and its results, in the same order of seeds
     */
    static String markdown(Map<String, List<SeedResult>> blocks) {
        List<String> lines = new ArrayList<>();
        List<SeedResult> first = blocks.values().iterator().next();
        lines.add("| figure | mean \u00b1 spread |"
                + first.stream().map(result -> " seed " + result.seed() + " |").collect(Collectors.joining()));
        lines.add("|---|---|" + "---|".repeat(first.size()));
        blocks.forEach((title, results) -> rows(results).stream()
                .filter(row -> row.spread(results).isPresent())
                .map(row -> row.titled(title + ": " + row.title()))
                .forEach(row -> lines.add(row.markdown(results))));
        return String.join("\n", lines);
    }

    private static List<Row> rows(List<SeedResult> results) {
        List<Row> rows = new ArrayList<>(List.of(
                Row.number("macro-F1", "macro_f1", 4),
                Row.number("accuracy", "accuracy", 4),
                Row.number("accuracy, 5 % rejected", "accuracy_at_5_percent_rejection", 4)));
        names(results, "f1_by_class").forEach(name -> rows.add(Row.of("F1, " + name, "f1_by_class", name, 3)));
        names(results, "wafers_by_class").stream()
                .filter("Near-full"::equals)
                .forEach(name -> rows.add(Row.of("test wafers, " + name, "wafers_by_class", name, 0)));
        rows.add(Row.number("novelty AUROC", "novelty_auroc", 4));
        names(results, "novelty_auroc_by_class")
                .forEach(name -> rows.add(Row.of("novelty AUROC, " + name, "novelty_auroc_by_class", name, 3)));
        rows.addAll(List.of(
                Row.number("novelty AUROC against known other than none", "novelty_auroc_without_none", 4),
                Row.percent("novel wafers called novel", "novel_detection_rate"),
                Row.percent("known wafers called novel", "false_novel_rate"),
                Row.percent("bound of these (99.9 %)", "false_novel_bound"),
                Row.computed("predicted classes above their own bound", WaferAccuracyTable::classesAboveBound, 1),
                Row.number("wafers a second", "wafers_per_second", 1),
                Row.fit("fit, seconds", "fit_seconds", 0),
                Row.fit("fit, CPU seconds", "cpu_seconds", 0)));
        return rows;
    }

    /** How many predicted classes have more known wafers called novel than they may; empty for the control. */
    private static OptionalDouble classesAboveBound(SeedResult result) {
        String rates = "false_novel_rate_by_class";
        return names(List.of(result), rates).stream()
                .mapToDouble(name -> result.figure(rates, name).orElse(0)
                                > result.figure("false_novel_bound_by_class", name)
                                        .orElse(0)
                        ? 1
                        : 0)
                .reduce(Double::sum);
    }

    private static Set<String> names(List<SeedResult> results, String map) {
        TreeSet<String> names = new TreeSet<>();
        results.forEach(result -> result.evaluate().path(map).fieldNames().forEachRemaining(names::add));
        return names;
    }
}
