package io.fleck.fitting.report;

import io.fleck.fitting.evaluation.Evaluation;
import io.fleck.fitting.evaluation.FalseAlarms;
import io.fleck.fitting.evaluation.PixelQuality;
import io.fleck.fitting.evaluation.Quality;
import java.util.OptionalDouble;

/** The head of a report: the figures at a glance, and whether the promise about false alarms is kept. */
final class Summary {
    private Summary() {}

    static Element tiles(Evaluation evaluation, Quality quality) {
        Element tiles = Element.of("div", "tiles")
                .add(tile("Image AUROC", Texts.figure(quality.images().auroc()), "0.5 is chance"))
                .add(tile("Image AP", Texts.figure(quality.images().averagePrecision()), "average precision"))
                .add(tile("Pixel AUROC", Texts.figure(quality.pixels().auroc()), "where the defect is"))
                .add(tile("AUPRO", Texts.figure(quality.pixels().aupro()), "to " + limit() + " false positives"));
        quality.falseAlarms()
                .ifPresent(alarms -> tiles.add(tile(
                                "False alarms", Texts.percent(alarms.rate()), "bound " + Texts.percent(alarms.bound())))
                        .add(tile("Defects found", found(quality), "at the threshold")));
        return tiles.add(tile("Speed", Texts.number(evaluation.imagesPerSecond()), "images a second"));
    }

    private static String limit() {
        return Texts.percent(PixelQuality.AUPRO_LIMIT);
    }

    private static String found(Quality quality) {
        int defective = quality.images().defective();
        return defective == 0
                ? Texts.figure(OptionalDouble.empty())
                : Texts.percent((double) quality.images().detected() / defective);
    }

    private static Element tile(String name, String value, String hint) {
        return Element.of("div", "tile")
                .add(Element.of("div", "name").text(name))
                .add(Element.of("div", "value").text(value))
                .add(Element.of("div", "hint").text(hint));
    }

    /** What was promised, what happened, and what the one says of the other. */
    static Element statement(Quality quality) {
        return quality.falseAlarms()
                .map(Summary::statement)
                .orElseGet(() -> box(
                        "statement",
                        "No statement about false alarms.",
                        quality.images().good() == 0
                                ? "The data set holds no good images."
                                : "The model was never calibrated."));
    }

    private static Element statement(FalseAlarms alarms) {
        String happened = alarms.alarms() + " of " + alarms.goodImages() + " good images raised an alarm ("
                + Texts.percent(alarms.rate()) + "). The model promises " + Texts.percent(alarms.promised())
                + ", calibrated on " + alarms.calibrationImages() + " images: with a probability of "
                + Texts.percent(FalseAlarms.CONFIDENCE) + " that gives at most " + alarms.most() + " alarms ("
                + Texts.percent(alarms.bound()) + ") among so many good images."
                + (alarms.exact() ? "" : " Calibrated by folds, so the bound is an approximation.");
        return alarms.withinBound()
                ? box("statement kept", "Within the bound.", happened)
                : box(
                        "statement broken",
                        "Above the bound.",
                        happened
                                + " These good images are unlike those of the calibration: fit again with newer ones.");
    }

    private static Element box(String cssClass, String verdict, String text) {
        return Element.of("div", cssClass)
                .add(Element.of("p").add(Element.of("strong").text(verdict)).text(text));
    }
}
