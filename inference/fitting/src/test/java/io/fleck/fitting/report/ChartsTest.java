package io.fleck.fitting.report;

import static io.fleck.fitting.evaluation.Evaluations.scored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fleck.fitting.evaluation.Evaluations;
import io.fleck.fitting.evaluation.Quality;
import io.fleck.fitting.evaluation.ScoredImage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ChartsTest {
    private static final Pattern POINT = Pattern.compile("[ML]([-0-9.]+) ([-0-9.]+)");
    /** Of the plot's frame. */
    private static final double LEFT = 58;

    private static final double RIGHT = 346;
    private static final double TOP = 14;
    private static final double BOTTOM = 218;

    /** Of two good images one is an alarm; of four defects two are found. The threshold is 18. */
    private static final List<ScoredImage> IMAGES = List.of(
            scored("good", 10),
            scored("good", 20),
            scored("crack", 5),
            scored("crack", 15),
            scored("crack", 30),
            scored("crack", 40));

    private static Charts charts(List<ScoredImage> images) {
        return new Charts(Quality.of(Evaluations.of(Evaluations.calibrated(), images)));
    }

    private static Document page(io.fleck.fitting.report.Element svg) {
        return Pages.parse(Page.of("t", svg));
    }

    /** The points of a path in the units of two axes from 0 to 1. */
    private static List<List<Double>> points(Document page, String cssClass) {
        String path = Pages.elements(page, "path").stream()
                .filter(found -> found.getAttribute("class").equals(cssClass))
                .map(found -> found.getAttribute("d"))
                .findFirst()
                .orElseThrow();
        List<List<Double>> points = new ArrayList<>();
        for (MatchResult match : POINT.matcher(path).results().toList()) {
            points.add(units(Double.parseDouble(match.group(1)), Double.parseDouble(match.group(2))));
        }
        return points;
    }

    private static List<Double> units(double x, double y) {
        return List.of((x - LEFT) / (RIGHT - LEFT), (BOTTOM - y) / (BOTTOM - TOP));
    }

    private static void assertPoint(List<Double> point, double x, double y) {
        assertThat(point.get(0)).as("x of %s", point).isCloseTo(x, within(1e-3));
        assertThat(point.get(1)).as("y of %s", point).isCloseTo(y, within(1e-3));
    }

    @Test
    void shouldDrawDetectionAgainstFalseAlarms() {
        List<List<Double>> curve = points(page(charts(IMAGES).roc()), "curve");

        assertThat(curve).hasSize(7);
        assertPoint(curve.get(0), 0, 0);
        assertPoint(curve.get(2), 0, 0.5);
        assertPoint(curve.get(3), 0.5, 0.5);
        assertPoint(curve.get(6), 1, 1);
    }

    @Test
    void shouldDrawPrecisionAgainstRecallInSteps() {
        List<List<Double>> curve = points(page(charts(IMAGES).precisionRecall()), "curve");

        assertPoint(curve.get(0), 0, 1);
        assertPoint(curve.get(3), 0.5, 1);
        // The good image at 20 costs precision without a gain in recall, the defect at 15 follows.
        assertPoint(curve.get(4), 0.5, 2 / 3.0);
        assertPoint(curve.get(6), 0.5, 0.75);
        assertPoint(curve.get(7), 0.75, 0.75);
        assertPoint(curve.get(curve.size() - 1), 1, 4 / 6.0);
    }

    @Test
    void shouldMarkWhereTheThresholdWorks() {
        assertDot(page(charts(IMAGES).roc()), 0.5, 0.5);
        assertDot(page(charts(IMAGES).precisionRecall()), 0.5, 2 / 3.0);
    }

    private static void assertDot(Document page, double x, double y) {
        Element dot = Pages.elements(page, "circle").get(0);
        assertPoint(
                units(Double.parseDouble(dot.getAttribute("cx")), Double.parseDouble(dot.getAttribute("cy"))), x, y);
    }

    @Test
    void shouldMarkNoPrecisionWhereNothingIsAnAlarm() {
        Document page =
                page(charts(List.of(scored("good", 1), scored("crack", 2))).precisionRecall());

        assertThat(Pages.elements(page, "circle")).isEmpty();
    }
}
