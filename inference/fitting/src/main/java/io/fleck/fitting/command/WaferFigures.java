package io.fleck.fitting.command;

import io.fleck.cli.Figures;
import io.fleck.core.metrics.ConfusionMatrix;
import io.fleck.fitting.wafer.FalseNovels;
import io.fleck.fitting.wafer.WaferEvaluation;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The figures of {@code evaluate --wafers} by the names that users know; one that does not exist is left out. */
final class WaferFigures {
    private static final String SCRATCH = "Scratch";

    private WaferFigures() {}

    static Figures of(WaferEvaluation evaluation, double wafersPerSecond) {
        Figures figures = new Figures();
        ConfusionMatrix confusion = evaluation.confusion();
        put(figures, "macro_f1", confusion.macroF1());
        if (confusion.classes().contains(SCRATCH)) {
            put(figures, "scratch_f1", confusion.f1(SCRATCH));
        }
        put(figures, "accuracy", confusion.accuracy());
        put(figures, "accuracy_at_5_percent_rejection", evaluation.accuracyWithRejection());
        putNovelty(figures, evaluation);
        figures.put("wafers_per_second", wafersPerSecond)
                .put("known_wafers", evaluation.known())
                .put("novel_wafers", evaluation.novel());
        figures.put("f1_by_class", map(confusion.classes(), confusion::f1))
                .put("recall_by_class", map(confusion.classes(), confusion::recall))
                .put("wafers_by_class", counts(confusion))
                .put("confusion", matrix(confusion));
        return figures;
    }

    private static void putNovelty(Figures figures, WaferEvaluation evaluation) {
        put(figures, "novelty_auroc", evaluation.auroc());
        put(figures, "novelty_auroc_without_none", evaluation.aurocWithoutNone());
        put(figures, "novel_detection_rate", evaluation.detectionRate());
        FalseNovels all = evaluation.falseNovels();
        List<String> classes = evaluation.confusion().classes();
        figures.put("false_novel_rate", all.rate())
                .put("false_novel_bound", all.boundRate())
                .put("novelty_auroc_by_class", map(evaluation.novelClasses(), name -> evaluation.auroc(name)))
                .put(
                        "novelty_auroc_by_class_without_none",
                        map(evaluation.novelClasses(), evaluation::aurocWithoutNone))
                .put(
                        "false_novel_rate_by_class",
                        map(
                                classes,
                                name -> OptionalDouble.of(
                                        evaluation.falseNovelsAmong(name).rate())))
                .put(
                        "false_novel_bound_by_class",
                        map(
                                classes,
                                name -> OptionalDouble.of(
                                        evaluation.falseNovelsAmong(name).boundRate())))
                .put("false_novel_rate_by_label", map(classes, evaluation::falseNovelRateOf));
    }

    private static void put(Figures figures, String name, OptionalDouble value) {
        value.ifPresent(number -> figures.put(name, number));
    }

    private static Map<String, Double> map(List<String> names, Function<String, OptionalDouble> figure) {
        Map<String, Double> map = new LinkedHashMap<>();
        names.forEach(name -> figure.apply(name).ifPresent(number -> map.put(name, number)));
        return map;
    }

    private static Map<String, Integer> counts(ConfusionMatrix confusion) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        confusion.classes().forEach(name -> counts.put(name, confusion.actual(name)));
        return counts;
    }

    private static Map<String, Map<String, Integer>> matrix(ConfusionMatrix confusion) {
        Map<String, Map<String, Integer>> matrix = new LinkedHashMap<>();
        for (String actual : confusion.classes()) {
            Map<String, Integer> row = new LinkedHashMap<>();
            confusion.classes().forEach(predicted -> row.put(predicted, confusion.count(actual, predicted)));
            matrix.put(actual, row);
        }
        return matrix;
    }

    /** A line a class. */
    static void print(WaferEvaluation evaluation, PrintStream out) {
        ConfusionMatrix confusion = evaluation.confusion();
        out.println(line("class", "wafers", "recall", "f1", "called novel"));
        for (String name : confusion.classes()) {
            out.println(line(
                    name,
                    String.valueOf(confusion.actual(name)),
                    text(confusion.recall(name)),
                    text(confusion.f1(name)),
                    text(evaluation.falseNovelRateOf(name))));
        }
        out.println();
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.4f", value.getAsDouble()) : "-";
    }

    private static String line(String name, String wafers, String recall, String f1, String novel) {
        return String.format(Locale.ROOT, "%-24s %7s %8s %8s %13s", name, wafers, recall, f1, novel);
    }
}
