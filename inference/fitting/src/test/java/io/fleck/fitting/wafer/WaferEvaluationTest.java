package io.fleck.fitting.wafer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fleck.core.model.WaferSettings;
import io.fleck.core.wafer.Novelty;
import io.fleck.core.wafer.NoveltyGate;
import io.fleck.core.wafer.WaferResult;
import io.fleck.core.wafer.grid.DieGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaferEvaluationTest {
    private static final List<String> CLASSES = List.of("Loc", "none");
    private static final NoveltyGate GATE = gate();

    /** Known wafers' scores are uniform on (0, 1) when predicted as none, on (0, 2) when predicted as Loc. */
    private static NoveltyGate gate() {
        List<Double> none =
                IntStream.rangeClosed(1, 199).mapToObj(i -> i / 200.0).toList();
        List<Double> loc = IntStream.rangeClosed(1, 99).mapToObj(i -> i / 50.0).toList();
        return NoveltyGate.of(new WaferSettings(
                CLASSES, 48, 1, 0.05, List.of(List.of(0.0), List.of(0.0)), Map.of("none", none, "Loc", loc)));
    }

    private static JudgedWafer judged(String label, String predicted, double score) {
        double pValue = GATE.calibrator(predicted).pValue(score);
        Novelty novelty = new Novelty(score, pValue, true);
        return new JudgedWafer(
                new LabelledWafer("w", label, new DieGrid(1, 1, new byte[1])),
                new WaferResult(predicted, 0.9, novelty, GATE.novel(predicted, novelty), new float[0]));
    }

    private static WaferEvaluation evaluation(List<JudgedWafer> wafers) {
        return new WaferEvaluation(CLASSES, GATE, wafers);
    }

    @Test
    void shouldKeepKnownAndNovelApart() {
        WaferEvaluation evaluation =
                evaluation(List.of(judged("Loc", "Loc", 0.5), judged("none", "Loc", 0.5), judged("Donut", "Loc", 0.9)));
        assertThat(evaluation.known()).isEqualTo(2);
        assertThat(evaluation.novel()).isEqualTo(1);
        assertThat(evaluation.novelClasses()).containsExactly("Donut");
        assertThat(evaluation.confusion().total()).isEqualTo(2);
        assertThat(evaluation.confusion().accuracy().orElseThrow()).isEqualTo(0.5);
    }

    @Test
    void shouldRankNovelAboveKnownWithAndWithoutNone() {
        WaferEvaluation evaluation = evaluation(List.of(
                judged("none", "none", 0.1),
                judged("none", "none", 0.2),
                judged("Loc", "Loc", 0.6),
                judged("Donut", "Loc", 0.5),
                judged("Random", "Loc", 0.9)));
        assertThat(evaluation.auroc().orElseThrow()).isCloseTo(5.0 / 6, within(1e-12));
        assertThat(evaluation.aurocWithoutNone().orElseThrow()).isCloseTo(0.5, within(1e-12));
        assertThat(evaluation.auroc("Donut").orElseThrow()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(evaluation.aurocWithoutNone("Random").orElseThrow()).isEqualTo(1);
        assertThat(evaluation.detectionRate().orElseThrow()).isZero();
    }

    @Test
    void shouldHaveNoNoveltyFiguresWithoutNovelWafers() {
        WaferEvaluation evaluation = evaluation(List.of(judged("Loc", "Loc", 0.5)));
        assertThat(evaluation.auroc()).isEmpty();
        assertThat(evaluation.detectionRate()).isEmpty();
        assertThat(evaluation.novelClasses()).isEmpty();
    }

    @Test
    void shouldRejectTheLeastLikelyFirst() {
        List<JudgedWafer> wafers = new ArrayList<>();
        for (int i = 0; i < 19; i++) {
            wafers.add(judged("none", "none", 0.3));
        }
        wafers.add(judged("Loc", "none", 0.98));
        WaferEvaluation evaluation = evaluation(wafers);
        assertThat(evaluation.confusion().accuracy().orElseThrow()).isEqualTo(0.95);
        assertThat(evaluation.accuracyWithRejection().orElseThrow())
                .as("its one mistake is the first to go")
                .isEqualTo(1);
    }

    @Test
    void shouldKeepItsRateWithinTheBound() {
        SplittableRandom random = new SplittableRandom(1);
        List<JudgedWafer> wafers = new ArrayList<>();
        DoubleStream.generate(random::nextDouble)
                .limit(3000)
                .forEach(score -> wafers.add(judged("none", "none", score)));
        DoubleStream.generate(random::nextDouble)
                .limit(500)
                .forEach(score -> wafers.add(judged("Loc", "Loc", 2 * score)));
        WaferEvaluation evaluation = evaluation(wafers);
        FalseNovels all = evaluation.falseNovels();
        assertThat(all.wafers()).isEqualTo(3500);
        assertThat(all.rate()).isBetween(0.03, 0.07).isLessThan(all.boundRate());
        assertThat(all.boundRate()).as("not a bound that everything keeps").isLessThan(0.15);
        FalseNovels loc = evaluation.falseNovelsAmong("Loc");
        assertThat(loc.wafers()).isEqualTo(500);
        assertThat(loc.rate()).isLessThan(loc.boundRate());
        assertThat(evaluation.falseNovelRateOf("Loc").orElseThrow()).isEqualTo(loc.rate());
    }

    @Test
    void shouldExceedTheBoundWhereWafersHaveChanged() {
        List<JudgedWafer> wafers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            wafers.add(judged("none", "none", i < 40 ? 1.5 : 0.4));
        }
        FalseNovels all = evaluation(wafers).falseNovels();
        assertThat(all.rate()).isEqualTo(0.4).isGreaterThan(all.boundRate());
        assertThat(new FalseNovels(0, 0, 0).rate()).isZero();
        assertThat(new FalseNovels(0, 0, 0).boundRate()).isZero();
    }
}
