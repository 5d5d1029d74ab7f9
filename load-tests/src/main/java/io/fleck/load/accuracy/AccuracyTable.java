package io.fleck.load.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Figures of all seeds as a table in Markdown. */
final class AccuracyTable {
    private AccuracyTable() {}

    /** One figure a row, without a line end behind the last one. */
    static String markdown(List<SeedResult> results) {
        List<String> lines = new ArrayList<>();
        lines.add("| figure | mean \u00b1 spread |"
                + results.stream()
                        .map(result -> " seed " + result.seed() + " |")
                        .collect(Collectors.joining()));
        lines.add("|---|---|" + "---|".repeat(results.size()));
        rows(results).forEach(row -> lines.add(row.markdown(results)));
        return String.join("\n", lines);
    }

    private static List<Row> rows(List<SeedResult> results) {
        List<Row> rows = new ArrayList<>(List.of(
                Row.number("image AUROC", "image_auroc", 4),
                Row.number("image AP", "image_ap", 4),
                Row.number("pixel AUROC", "pixel_auroc", 4),
                Row.number("AUPRO, to 30 % false positives", "pixel_aupro", 4),
                Row.number("Dice at the calibrated threshold", "pixel_dice", 4)));
        defects(results).forEach(defect -> rows.add(Row.defect(defect)));
        rows.addAll(List.of(
                Row.percent("false alarms among good test images", "false_alarm_rate"),
                Row.percent("bound of the false alarms (99.9 %)", "false_alarm_bound"),
                Row.percent("defective images above the threshold", "detection_rate"),
                Row.fit("fit, seconds", "fit_seconds", 1),
                Row.fit("fit, CPU seconds of all threads", "cpu_seconds", 1),
                Row.number("evaluate, images a second", "images_per_second", 1),
                Row.number("evaluate, milliseconds an image", "milliseconds_per_image", 2),
                Row.number("evaluate with report, CPU seconds of all threads", "cpu_seconds", 1)));
        return rows;
    }

    private static Iterable<String> defects(List<SeedResult> results) {
        TreeSet<String> defects = new TreeSet<>();
        results.forEach(
                result -> result.evaluate().path("auroc_by_defect").fieldNames().forEachRemaining(defects::add));
        return defects;
    }
}
