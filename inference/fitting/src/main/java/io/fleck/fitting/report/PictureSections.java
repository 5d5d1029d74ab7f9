package io.fleck.fitting.report;

import io.fleck.core.render.ColourMap;
import io.fleck.core.render.HeatMap;
import io.fleck.fitting.evaluation.ScoredImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The pictures of a report: the worst, the best and some drawn at random, with a key to their colours. */
final class PictureSections {
    private static final int RAMP_STEPS = 8;

    private final PictureCard card;
    private final boolean calibrated;

    /** Of a model with that threshold; empty when it was never calibrated. */
    PictureSections(OptionalDouble threshold) {
        this.card = new PictureCard(threshold.orElse(Double.POSITIVE_INFINITY));
        this.calibrated = threshold.isPresent();
    }

    /** Nothing where there is nothing to show. */
    List<Element> of(Gallery gallery, long seed) {
        List<Element> sections = new ArrayList<>();
        add(sections, "Good images with the highest scores", "False alarms, or nearest to one.", gallery.worstGood());
        add(sections, "Defects with the lowest scores", "Missed, or nearest to it.", gallery.worstDefects());
        add(sections, "Defects with the highest scores", "Plainest to the model.", gallery.bestDefects());
        add(sections, "Drawn at random", "From all other images, seed " + seed + ".", gallery.drawn());
        return sections;
    }

    private void add(List<Element> sections, String title, String lead, List<ScoredImage> images) {
        if (images.isEmpty()) {
            return;
        }
        if (sections.isEmpty() && images.get(0).map() != null) {
            sections.add(key());
        }
        sections.add(Element.of("section")
                .add(Element.of("h2").text(title))
                .add(Element.of("p", "lead").text(lead))
                .add(Element.of("div", "pictures")
                        .addAll(images.stream().map(card::of).toList())));
    }

    private Element key() {
        Element heat = Element.of("span")
                .add(Element.of("span", "ramp").with("style", "background:linear-gradient(to right," + ramp() + ")"))
                .text(
                        calibrated
                                ? "score from the frame's median, threshold in the middle"
                                : "score, lowest to highest");
        Element key = Element.of("div", "legend picture-key").add(heat);
        if (calibrated) {
            key.add(Element.of("span", "key key-found").text("above the threshold"));
        }
        return key.add(Element.of("span", "key key-truth").text("ground truth"));
    }

    private static String ramp() {
        ColourMap colours = HeatMap.DEFAULT.colours();
        return IntStream.rangeClosed(0, RAMP_STEPS)
                .mapToObj(step -> String.format(Locale.ROOT, "#%06x", colours.colour(step * 255 / RAMP_STEPS)))
                .collect(Collectors.joining(","));
    }
}
