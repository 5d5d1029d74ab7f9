package io.fleck.fitting.report;

import io.fleck.fitting.evaluation.Evaluation;
import io.fleck.fitting.evaluation.ImageQuality.DefectQuality;
import io.fleck.fitting.evaluation.PixelQuality;
import io.fleck.fitting.evaluation.Quality;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables of a report. */
final class Tables {
    private Tables() {}

    /** Defect by defect: number of images, AUROC against all good images, how many were found. */
    static Element defects(Quality quality) {
        boolean thresholded = quality.falseAlarms().isPresent();
        List<String> head = thresholded
                ? List.of("Defect", "Images", "Image AUROC", "Found at the threshold", "")
                : List.of("Defect", "Images", "Image AUROC");
        Element body = Element.of("tbody");
        quality.images().defects().forEach(defect -> body.add(defect(defect, thresholded)));
        return table(head, body);
    }

    private static Element defect(DefectQuality defect, boolean thresholded) {
        Element row = Element.of("tr")
                .add(Element.of("th").with("scope", "row").text(defect.defect()))
                .add(cell(String.valueOf(defect.images())))
                .add(cell(Texts.figure(defect.auroc())));
        if (thresholded) {
            double share = (double) defect.detected() / defect.images();
            row.add(cell(defect.detected() + " (" + Texts.percent(share) + ")"));
            row.add(Element.of("td", "bar-cell").add(bar(share)));
        }
        return row;
    }

    private static Element bar(double share) {
        return Element.of("div", "bar")
                .add(Element.of("div", "bar-fill").with("style", "width:" + Texts.coordinate(share * 100) + "%"));
    }

    /** What was evaluated, with what, and what was left out. */
    static Element facts(Evaluation evaluation, Quality quality, ReportContext context) {
        Element body = Element.of("tbody");
        factRows(evaluation, quality, context)
                .forEach((name, value) -> body.add(Element.of("tr")
                        .add(Element.of("th").with("scope", "row").text(name))
                        .add(Element.of("td", "text").text(value))));
        return Element.of("table", "facts").add(body);
    }

    private static Map<String, String> factRows(Evaluation evaluation, Quality quality, ReportContext context) {
        PixelQuality pixels = quality.pixels();
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Data", context.data());
        rows.put(
                "Images",
                quality.images().good() + " good, " + quality.images().defective() + " defective, "
                        + evaluation.unreadable().size() + " unreadable");
        rows.put(
                "Pixel figures",
                pixels.images() + " images with " + pixels.regions() + " defect regions at " + PixelQuality.SIZE
                        + " \u00d7 " + PixelQuality.SIZE + "; left out: " + pixels.withoutMask() + " without mask, "
                        + pixels.emptyMasks() + " with an empty mask, "
                        + pixels.unreadable().size() + " with an unreadable mask");
        rows.put("Model", evaluation.model().name() + " " + evaluation.model().version());
        rows.put("Detector", evaluation.model().detector() + settings(evaluation));
        rows.put("Graph", "SHA-256 " + evaluation.model().graphSha256());
        rows.put(
                "Speed",
                Texts.number(evaluation.imagesPerSecond()) + " images/s, " + context.threads() + " at a time, engine "
                        + context.engine());
        return rows;
    }

    private static String settings(Evaluation evaluation) {
        return evaluation.model().settings().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(setting -> ", " + setting.getKey() + " " + setting.getValue())
                .collect(Collectors.joining());
    }

    /** Files that could not be read. */
    static Element unreadable(Evaluation evaluation, Quality quality) {
        Element body = Element.of("tbody");
        quality.unreadable(evaluation)
                .forEach(file -> body.add(Element.of("tr")
                        .add(Element.of("th").with("scope", "row").text(file.name()))
                        .add(Element.of("td", "text").text(file.reason()))));
        return table(List.of("File", "Reason"), body);
    }

    private static Element cell(String text) {
        return Element.of("td").text(text);
    }

    private static Element table(List<String> head, Element body) {
        Element row = Element.of("tr").addAll(columns(head));
        return Element.of("div", "scroll")
                .add(Element.of("table").add(Element.of("thead").add(row)).add(body));
    }

    private static List<Element> columns(List<String> head) {
        return head.stream()
                .map(title -> Element.of("th").with("scope", "col").text(title))
                .toList();
    }
}
