package io.fleck.training.wafer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.fleck.core.engine.Engines;
import io.fleck.core.wafer.WaferNetwork.Output;
import io.fleck.core.wafer.grid.DieCanvas;
import io.fleck.fitting.wafer.DieArchitecture;
import io.fleck.fitting.wafer.DieGraph;
import io.fleck.fitting.wafer.LabelledWafer;
import io.fleck.fitting.wafer.Weights;
import io.fleck.training.torch.Parameters;
import io.fleck.training.torch.Torch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DieNetworkTest {
    private static final DieArchitecture ARCHITECTURE = DieArchitecture.standard(9);

    /** As a training may leave them: batch norm has statistics of its own. */
    private static Weights trained() {
        SplittableRandom random = new SplittableRandom(5);
        Weights initial = Initial.of(ARCHITECTURE, random);
        Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
        for (String name : initial.names()) {
            float[] values = initial.get(name).values().clone();
            if (name.contains("norm")) {
                for (int i = 0; i < values.length; i++) {
                    values[i] += (float) (0.5 * random.nextDouble());
                }
            }
            tensors.put(name, new Weights.Tensor(values, initial.get(name).shape()));
        }
        return new Weights(tensors);
    }

    @Test
    void shouldComputeWhatTheWrittenGraphComputes() {
        Weights weights = trained();
        List<LabelledWafer> wafers = Maps.of(8, 3);
        byte[] graph = new DieGraph(ARCHITECTURE, weights, 1).plain().toBytes();
        List<Output> written =
                GraphFile.run(graph, ARCHITECTURE.resolution(), 1, Engines.select("onnxruntime"), wafers);
        try (NDManager manager = Torch.newManager()) {
            List<DieCanvas> canvases = wafers.stream()
                    .map(wafer -> DieCanvas.of(wafer.dies(), ARCHITECTURE.resolution()))
                    .toList();
            DieNetwork network = new DieNetwork(ARCHITECTURE, Parameters.of(manager, weights, false), false);
            DieNetwork.Outputs outputs = network.forward(DieBatch.of(manager, canvases, null, null));
            float[] logits = outputs.logits().toFloatArray();
            float[] latent = outputs.latent().toFloatArray();
            for (int i = 0; i < wafers.size(); i++) {
                requireClose(written.get(i).logits(), logits, i);
                requireClose(written.get(i).latent(), latent, i);
            }
        }
    }

    private static void requireClose(float[] expected, float[] all, int item) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(all[item * expected.length + i])
                    .as("wafer %d, value %d", item, i)
                    .isCloseTo(expected[i], within(1e-4f));
        }
    }

    @Test
    void shouldPutMixturesBetweenTheirWafers() {
        try (NDManager manager = Torch.newManager()) {
            List<DieCanvas> canvases = Maps.of(2, 6).stream()
                    .map(wafer -> DieCanvas.of(wafer.dies(), ARCHITECTURE.resolution()))
                    .toList();
            DieNetwork network = new DieNetwork(ARCHITECTURE, Parameters.of(manager, trained(), false), false);
            NDArray mixing =
                    LatentBalance.mixing(manager, List.of(new LatentBalance.Row(0, 1, 4, 0.25)), canvases.size());
            float[] latent = network.forward(DieBatch.of(manager, canvases, mixing, null))
                    .latent()
                    .toFloatArray();
            int size = ARCHITECTURE.latent();
            assertThat(latent).hasSize((canvases.size() + 1) * size);
            for (int i = 0; i < size; i++) {
                // The way from the pooled values to the latent ones is linear.
                float between = 0.75f * latent[size + i] + 0.25f * latent[4 * size + i];
                assertThat(latent[canvases.size() * size + i]).as("value %d", i).isCloseTo(between, within(1e-4f));
            }
        }
    }

    @Test
    void shouldMoveItsStatisticsOnlyWhileItTrains() {
        Weights weights = trained();
        try (NDManager manager = Torch.newManager()) {
            List<DieCanvas> canvases = Maps.of(2, 1).stream()
                    .map(wafer -> DieCanvas.of(wafer.dies(), ARCHITECTURE.resolution()))
                    .toList();
            Parameters parameters = Parameters.of(manager, weights, false);
            new DieNetwork(ARCHITECTURE, parameters, false).forward(DieBatch.of(manager, canvases, null, null));
            assertThat(parameters.weights().get("level1.norm0.mean").values())
                    .isEqualTo(weights.get("level1.norm0.mean").values());
            new DieNetwork(ARCHITECTURE, parameters, true).forward(DieBatch.of(manager, canvases, null, null));
            float[] moved = parameters.weights().get("level0.norm0.variance").values();
            float[] before = weights.get("level0.norm0.variance").values();
            assertThat(moved).isNotEqualTo(before);
            for (int i = 0; i < moved.length; i++) {
                assertThat(moved[i]).as("keeps nine tenths a step").isGreaterThanOrEqualTo(0.9f * before[i]);
            }
        }
    }
}
