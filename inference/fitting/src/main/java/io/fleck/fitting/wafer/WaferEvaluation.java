package io.fleck.fitting.wafer;

import io.fleck.core.metrics.Auroc;
import io.fleck.core.metrics.ConfusionMatrix;
import io.fleck.core.metrics.SortedScores;
import io.fleck.core.wafer.NoveltyGate;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * How good a model is on labelled wafers, those of classes that it never saw among them. Classes are judged by the
 * largest logit, before anything is rejected; novelty by how the combined score ranks.
 */
public final class WaferEvaluation {
    /** The label of wafers without a signature, which are most of a fab's and the easy part. */
    public static final String NONE = "none";

    /** Part of the known wafers that is rejected where accuracy is stated with rejection. */
    public static final double REJECTED = 0.05;

    private final List<String> classes;
    private final NoveltyGate gate;
    private final List<JudgedWafer> known;
    private final List<JudgedWafer> novel;
    private final ConfusionMatrix confusion;

    /**
     * Sorts out which wafers are of known classes.
     *
     * @param classes that the model knows
     * @param gate that judged the wafers
     */
    public WaferEvaluation(List<String> classes, NoveltyGate gate, List<JudgedWafer> wafers) {
        this.classes = List.copyOf(classes);
        this.gate = gate;
        this.known =
                wafers.stream().filter(wafer -> classes.contains(wafer.label())).toList();
        this.novel = wafers.stream()
                .filter(wafer -> !classes.contains(wafer.label()))
                .toList();
        this.confusion = new ConfusionMatrix(classes);
        known.forEach(wafer -> confusion.add(wafer.label(), wafer.result().signature()));
    }

    /** Known wafers by what they are and what they were taken for. */
    public ConfusionMatrix confusion() {
        return confusion;
    }

    /** Number of wafers of classes that the model knows. */
    public int known() {
        return known.size();
    }

    /** Number of wafers of other classes. */
    public int novel() {
        return novel.size();
    }

    /** Names of the other classes. */
    public List<String> novelClasses() {
        return novel.stream().map(JudgedWafer::label).distinct().sorted().toList();
    }

    /** Accuracy over the known wafers that are left when the 5 % of lowest p-value are rejected. */
    public OptionalDouble accuracyWithRejection() {
        int rejected = (int) Math.round(REJECTED * known.size());
        return known.stream()
                .sorted(Comparator.comparingDouble(
                                (JudgedWafer wafer) -> wafer.result().novelty().pValue())
                        .thenComparing(
                                Comparator.comparingDouble(JudgedWafer::score).reversed()))
                .skip(rejected)
                .mapToDouble(wafer -> wafer.result().signature().equals(wafer.label()) ? 1 : 0)
                .average();
    }

    /** Probability that a novel wafer scores higher than a known one; empty without either. */
    public OptionalDouble auroc() {
        return auroc(wafer -> true, wafer -> true);
    }

    /** The same against known wafers with a signature. */
    public OptionalDouble aurocWithoutNone() {
        return auroc(wafer -> !wafer.label().equals(NONE), wafer -> true);
    }

    /** The same for one novel class against all known wafers. */
    public OptionalDouble auroc(String novelClass) {
        return auroc(wafer -> true, wafer -> wafer.label().equals(novelClass));
    }

    /** The same for one novel class against known wafers with a signature. */
    public OptionalDouble aurocWithoutNone(String novelClass) {
        return auroc(
                wafer -> !wafer.label().equals(NONE), wafer -> wafer.label().equals(novelClass));
    }

    private OptionalDouble auroc(Predicate<JudgedWafer> against, Predicate<JudgedWafer> of) {
        return Auroc.of(SortedScores.of(scores(known, against), scores(novel, of)));
    }

    private static double[] scores(List<JudgedWafer> wafers, Predicate<JudgedWafer> which) {
        return wafers.stream().filter(which).mapToDouble(JudgedWafer::score).toArray();
    }

    /** Part of the novel wafers that were called novel; empty without any. */
    public OptionalDouble detectionRate() {
        return novel.stream()
                .mapToDouble(wafer -> wafer.result().novel() ? 1 : 0)
                .average();
    }

    /** Part of the known wafers that were called novel, over all of them. */
    public FalseNovels falseNovels() {
        return FalseNovels.of(gate, known, classes);
    }

    /** The same over the known wafers that were predicted as a class: this is what the gate promises. */
    public FalseNovels falseNovelsAmong(String predicted) {
        List<JudgedWafer> among = known.stream()
                .filter(wafer -> wafer.result().signature().equals(predicted))
                .toList();
        return FalseNovels.of(gate, among, List.of(predicted));
    }

    /** Part of a known class' own wafers that were called novel; empty without any. */
    public OptionalDouble falseNovelRateOf(String label) {
        return known.stream()
                .filter(wafer -> wafer.label().equals(label))
                .mapToDouble(wafer -> wafer.result().novel() ? 1 : 0)
                .average();
    }
}
