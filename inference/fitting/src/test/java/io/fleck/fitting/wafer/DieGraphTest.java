package io.fleck.fitting.wafer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fleck.core.engine.Engines;
import io.fleck.core.engine.TensorSpec;
import io.fleck.core.engine.TensorType;
import io.fleck.core.wafer.Softmax;
import io.fleck.core.wafer.WaferNetwork;
import io.fleck.core.wafer.WaferNetwork.Output;
import io.fleck.core.wafer.grid.DieCanvas;
import io.fleck.core.wafer.grid.DieGrid;
import io.fleck.fitting.mixture.Embedding;
import io.fleck.fitting.mixture.Mixture;
import io.fleck.fitting.mixture.MixtureFit;
import io.fleck.fitting.onnx.OnnxGraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DieGraphTest {
    private static final DieArchitecture SMALL = new DieArchitecture(48, List.of(4, 6, 8, 10), 12, 5);
    private static final Weights WEIGHTS = Wafers.weights(SMALL, 1);

    @TempDir
    private Path folder;

    private WaferNetwork<DieGrid> open(OnnxGraph graph, int views) {
        try {
            Path file = Files.write(Files.createTempFile(folder, "graph", ".onnx"), graph.toBytes());
            return WaferNetwork.ofDies(file, SMALL.resolution(), views, Engines.select("onnxruntime"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Output> run(OnnxGraph graph, int views, List<DieGrid> wafers) {
        try (WaferNetwork<DieGrid> network = open(graph, views)) {
            return network.run(wafers);
        }
    }

    private static DieGraph graph(int views) {
        return new DieGraph(SMALL, WEIGHTS, views);
    }

    private static void requireClose(float[] found, double[] expected, double scale) {
        assertThat(found).hasSize(expected.length);
        for (int i = 0; i < found.length; i++) {
            assertThat((double) found[i]).as("value %d", i).isCloseTo(expected[i], within(1e-5 * scale));
        }
    }

    @Test
    void shouldComputeWhatADenseMaskedConvolutionComputes() {
        List<DieGrid> wafers = Wafers.several(6, 3);
        List<Output> outputs = run(graph(1).plain(), 1, wafers);
        DenseReference reference = new DenseReference(SMALL, WEIGHTS);
        for (int i = 0; i < wafers.size(); i++) {
            double[][] expected = reference.run(DieCanvas.of(wafers.get(i), SMALL.resolution()));
            double scale = 1
                    + Collections.max(
                            Arrays.stream(expected[1]).mapToObj(Math::abs).toList());
            requireClose(outputs.get(i).logits(), expected[0], scale);
            requireClose(outputs.get(i).latent(), expected[1], scale);
        }
    }

    @Test
    void shouldAverageItsViews() {
        List<DieGrid> wafers = Wafers.several(2, 4);
        List<Output> outputs = run(graph(4).plain(), 4, wafers);
        DenseReference reference = new DenseReference(SMALL, WEIGHTS);
        for (int i = 0; i < wafers.size(); i++) {
            DieCanvas canvas = DieCanvas.of(wafers.get(i), SMALL.resolution());
            double[] mean = new double[SMALL.classes()];
            for (int view : new int[] {0, 3, 5, 6}) {
                double[] logits = reference.run(canvas.seen(view))[0];
                for (int c = 0; c < mean.length; c++) {
                    mean[c] += logits[c] / 4;
                }
            }
            requireClose(outputs.get(i).logits(), mean, 2);
        }
    }

    @Test
    void shouldGiveAWaferTheSameWhateverLiesBesideIt() {
        List<DieGrid> wafers = Wafers.several(37, 5);
        try (WaferNetwork<DieGrid> network = open(graph(1).plain(), 1)) {
            List<Output> together = network.run(wafers);
            List<DieGrid> reversed = new ArrayList<>(wafers);
            Collections.reverse(reversed);
            List<Output> backwards = network.run(reversed);
            for (int i = 0; i < wafers.size(); i++) {
                float[] alone = network.run(List.of(wafers.get(i))).get(0).logits();
                assertThat(together.get(i).logits())
                        .usingComparatorWithPrecision(1e-5f)
                        .containsExactly(alone);
                assertThat(backwards.get(wafers.size() - 1 - i).logits())
                        .usingComparatorWithPrecision(1e-5f)
                        .containsExactly(alone);
            }
        }
    }

    @Test
    void shouldLetSitesAndWafersVaryOnTheirOwn() {
        try (WaferNetwork<DieGrid> network = open(graph(2).plain(), 2)) {
            assertThat(network.spec().inputs())
                    .contains(
                            new TensorSpec("features", TensorType.FLOAT32, "sites", List.of(2)),
                            new TensorSpec("neighbours", TensorType.INT32, "sites", List.of(9)),
                            new TensorSpec("children", TensorType.INT32, List.of(2, 576, 4)),
                            new TensorSpec("context", TensorType.FLOAT32, List.of(2, 3, 24, 24)));
        }
    }

    @Test
    void shouldWriteTheDecisionBehindTheNetwork() {
        List<DieGrid> wafers = Wafers.several(40, 6);
        List<Output> plain = run(graph(1).plain(), 1, wafers);
        List<float[]> latents = plain.stream().map(Output::latent).toList();
        Embedding embedding = Embedding.of(latents, 3);
        Mixture mixture = MixtureFit.best(
                latents.stream().map(embedding::apply).toList(), List.of(3), 1e-2, 30, new SplittableRandom(1));
        float[] correction = {0.5f, -1, 0, 2, 0.25f};
        OnnxGraph graph = graph(1).with(new WaferHead(correction, embedding, mixture));
        List<Output> decided = run(graph, 1, wafers);
        for (int i = 0; i < wafers.size(); i++) {
            float[] logits = plain.get(i).logits();
            for (int c = 0; c < correction.length; c++) {
                assertThat(decided.get(i).logits()[c]).isCloseTo(logits[c] + correction[c], within(1e-5f));
            }
            double density = mixture.logDensity(embedding.apply(latents.get(i)));
            assertThat((double) decided.get(i).novelty()[0]).isCloseTo(-Math.log(confidence(logits)), within(1e-4));
            assertThat((double) decided.get(i).novelty()[1])
                    .isCloseTo(-density, within(1e-3 * (1 + Math.abs(density))));
        }
        assertThat(graph.portabilityProblems()).isEmpty();
    }

    private static double confidence(float[] logits) {
        return Softmax.confidence(logits);
    }
}
