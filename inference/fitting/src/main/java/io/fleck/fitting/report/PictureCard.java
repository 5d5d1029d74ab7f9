package io.fleck.fitting.report;

import io.fleck.core.detect.Mask;
import io.fleck.core.detect.Masks;
import io.fleck.core.detect.Region;
import io.fleck.core.detect.ScoreMap;
import io.fleck.core.image.DecodeException;
import io.fleck.core.image.DecodeLimits;
import io.fleck.core.image.Image;
import io.fleck.core.image.ImageDecoders;
import io.fleck.core.render.ImageFiles;
import io.fleck.fitting.data.DataException;
import io.fleck.fitting.data.ImageFolder;
import io.fleck.fitting.data.LabelledImage;
import io.fleck.fitting.evaluation.GroundTruth;
import io.fleck.fitting.evaluation.ScoredImage;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** One image of a report: the frame, its heat map with the outline of the ground truth, and what the model says of it. */
final class PictureCard {
    private static final int LONGER_SIDE = 384;
    private static final double QUALITY = 0.85;

    private final double threshold;
    private final Overlays overlays = new Overlays();

    /** Cards of a model with that threshold; positive infinity when it was never calibrated. */
    PictureCard(double threshold) {
        this.threshold = threshold;
    }

    Element of(ScoredImage scored) {
        return Element.of("figure", "card").add(pair(scored)).add(caption(scored));
    }

    private Element pair(ScoredImage scored) {
        Element pair = Element.of("div", "pair");
        try {
            Image frame = ImageDecoders.decode(ImageFolder.read(scored.image().file()), null, DecodeLimits.DEFAULT);
            Element left = Element.of("img")
                    .with("src", data(overlays.small(frame, LONGER_SIDE)))
                    .with("alt", "frame " + scored.image().name());
            return pair.add(pane(left)).add(pane(heated(scored, frame)));
        } catch (DataException | DecodeException e) {
            return pair.add(pane(absent(String.valueOf(e.getMessage()))));
        }
    }

    private Element heated(ScoredImage scored, Image frame) {
        ScoreMap map = scored.map();
        if (map == null) {
            return absent("no score map");
        }
        Image picture = overlays.of(frame, map, threshold, LONGER_SIDE);
        Element svg = Element.of("svg")
                .with("viewBox", "0 0 " + picture.width() + " " + picture.height())
                .with("role", "img")
                .with("aria-label", "heat map of " + scored.image().name());
        svg.add(Element.of("image")
                .with("href", data(picture))
                .with("width", picture.width())
                .with("height", picture.height()));
        truth(scored.image(), map, picture).forEach(region -> addOutline(svg, region));
        return svg;
    }

    /** The regions of the ground truth at the size of a picture; none where the mask is missing or unreadable. */
    private static List<Region> truth(LabelledImage image, ScoreMap map, Image picture) {
        Path file = image.mask();
        if (file == null || image.good()) {
            return List.of();
        }
        try {
            Mask mask = GroundTruth.read(file).scaled(picture.width(), picture.height());
            return Masks.regions(mask, map, Overlays.whole(picture));
        } catch (DataException | DecodeException unreadable) {
            // The evaluation has named the mask already, and so does the report's list of unreadable files.
            return List.of();
        }
    }

    private static void addOutline(Element svg, Region region) {
        String points = region.outline().stream()
                .map(corner -> corner.x() + "," + corner.y())
                .collect(Collectors.joining(" "));
        svg.add(Element.of("polygon", "truth-shadow").with("points", points));
        svg.add(Element.of("polygon", "truth").with("points", points));
    }

    private static Element pane(Element content) {
        return Element.of("div", "pane").add(content);
    }

    private static Element absent(String reason) {
        return Element.of("span", "absent").text(reason);
    }

    private static Element caption(ScoredImage scored) {
        Element numbers = Element.of("span", "numbers").text("score " + Texts.number(scored.score()));
        scored.pValue().ifPresent(p -> numbers.text(" \u00b7 p " + Texts.number(p)));
        String kind = scored.image().good() ? "good" : "defect";
        return Element.of("figcaption")
                .add(Element.of("span", "file").text(scored.image().name()))
                .add(Element.of("span", "badge badge-" + kind)
                        .text(scored.image().label()))
                .add(Element.of("span", "verdict").text(scored.anomalous() ? "alarm" : "no alarm"))
                .text(" \u00b7 ")
                .add(numbers);
    }

    private static String data(Image picture) {
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(ImageFiles.jpeg(picture, QUALITY));
    }
}
