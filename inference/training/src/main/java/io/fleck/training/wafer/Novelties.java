package io.fleck.training.wafer;

import io.fleck.core.detect.ConformalCalibrator;
import io.fleck.core.wafer.NoveltyGate;
import io.fleck.core.wafer.Softmax;
import io.fleck.core.wafer.WaferGraph;
import io.fleck.core.wafer.WaferNetwork;
import io.fleck.fitting.mixture.Embedding;
import io.fleck.fitting.mixture.Mixture;
import io.fleck.fitting.mixture.MixtureFit;
import io.fleck.fitting.wafer.LabelledWafer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** What is learned about novelty: the mixture from training wafers, ranks from validation, p-values from calibration. */
final class Novelties {
    private static final int COMPONENTS = 12;
    private static final List<Integer> SIZES = List.of(6, 12, 24, 48);
    private static final double RIDGE = 1e-3;
    private static final int ITERATIONS = 60;

    /** Most wafers of a class that the mixture sees: else it would be one of wafers without a signature. */
    private static final int MOST_A_CLASS = 1500;

    private Novelties() {}

    /** At most {@link #MOST_A_CLASS} wafers of each class, drawn by chance. */
    static List<LabelledWafer> sample(List<LabelledWafer> wafers, RandomGenerator random) {
        List<LabelledWafer> order = new ArrayList<>(wafers);
        for (int i = order.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            LabelledWafer swapped = order.get(i);
            order.set(i, order.get(j));
            order.set(j, swapped);
        }
        Map<String, Integer> counts = new HashMap<>();
        return order.stream()
                .filter(wafer -> counts.merge(wafer.label(), 1, Integer::sum) <= MOST_A_CLASS)
                .toList();
    }

    /** Projection in front of the mixture. */
    static Embedding embedding(List<float[]> latents) {
        return Embedding.of(latents, Math.min(COMPONENTS, latents.get(0).length));
    }

    /** The mixture over projected latent embeddings. */
    static Mixture mixture(Embedding embedding, List<float[]> latents, RandomGenerator random) {
        List<double[]> points = latents.stream().map(embedding::apply).toList();
        List<Integer> sizes = SIZES.stream()
                .filter(size -> size * COMPONENTS <= points.size())
                .toList();
        return MixtureFit.best(points, sizes.isEmpty() ? List.of(1) : sizes, RIDGE, ITERATIONS, random);
    }

    /** Ascending scores of the validation wafers, a list a score. */
    static List<List<Double>> ranks(List<WaferNetwork.Output> validation) {
        return IntStream.range(0, WaferGraph.SCORES)
                .mapToObj(score -> validation.stream()
                        .map(output -> (double) output.novelty()[score])
                        .sorted()
                        .toList())
                .toList();
    }

    /** Ascending combined scores of the calibration wafers by predicted class. */
    static Map<String, List<Double>> byClass(
            List<String> classes, List<List<Double>> ranks, List<WaferNetwork.Output> calibration) {
        List<ConformalCalibrator> calibrators =
                ranks.stream().map(ConformalCalibrator::of).toList();
        Map<String, List<Double>> scores = new HashMap<>();
        for (WaferNetwork.Output output : calibration) {
            scores.computeIfAbsent(classes.get(Softmax.best(output.logits())), name -> new ArrayList<>())
                    .add(NoveltyGate.combined(calibrators, output.novelty()));
        }
        scores.values().forEach(list -> list.sort(Double::compare));
        return scores;
    }
}
