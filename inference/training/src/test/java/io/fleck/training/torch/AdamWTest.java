package io.fleck.training.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.fleck.fitting.wafer.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdamWTest {
    private static Weights weights() {
        Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
        tensors.put("head.weight", new Weights.Tensor(new float[] {1, -2}, new long[] {1, 2}));
        tensors.put("head.bias", new Weights.Tensor(new float[] {0.5f}, new long[] {1}));
        tensors.put("norm.mean", new Weights.Tensor(new float[] {3}, new long[] {1}));
        return new Weights(tensors);
    }

    /** The loss is a times the sum of the weights plus b times the bias: its gradients are a and b. */
    private static void backward(Parameters parameters, float a, float b) {
        try (GradientCollector gradients = Torch.engine().newGradientCollector()) {
            NDArray loss = parameters
                    .get("head.weight")
                    .sum()
                    .mul(a)
                    .add(parameters.get("head.bias").sum().mul(b));
            gradients.backward(loss);
        }
    }

    @Test
    void shouldStepAsWrittenInThePaper() {
        try (NDManager manager = Torch.newManager()) {
            Parameters parameters = Parameters.of(manager, weights(), true);
            AdamW optimiser = new AdamW(manager, parameters, 0.1f, 100);
            double weight = 1;
            double bias = 0.5;
            double[] first = new double[2];
            double[] second = new double[2];
            for (int step = 1; step <= 5; step++) {
                float a = 0.3f * step;
                float b = -1f / step;
                backward(parameters, a, b);
                optimiser.step(0.01f, step);
                weight = weight * (1 - 0.01 * 0.1) - 0.01 * direction(first, second, 0, a, step);
                bias -= 0.01 * direction(first, second, 1, b, step);
            }
            assertThat((double) parameters.get("head.weight").toFloatArray()[0]).isCloseTo(weight, within(1e-5));
            assertThat((double) parameters.get("head.bias").toFloatArray()[0])
                    .as("biases do not decay")
                    .isCloseTo(bias, within(1e-5));
            assertThat(parameters.get("norm.mean").toFloatArray()).containsExactly(3);
        }
    }

    private static double direction(double[] first, double[] second, int i, double gradient, int step) {
        first[i] = 0.9 * first[i] + 0.1 * gradient;
        second[i] = 0.999 * second[i] + 0.001 * gradient * gradient;
        return first[i] / (1 - Math.pow(0.9, step)) / (Math.sqrt(second[i] / (1 - Math.pow(0.999, step))) + 1e-8);
    }

    @Test
    void shouldClipAllGradientsTogether() {
        try (NDManager manager = Torch.newManager()) {
            Parameters parameters = Parameters.of(manager, weights(), true);
            AdamW optimiser = new AdamW(manager, parameters, 0, 2);
            backward(parameters, 3, (float) Math.sqrt(18));
            optimiser.step(0.01f, 1);
            // The norm is sqrt(9 + 9 + 18) = 6: a third is left of each.
            float[] moment = optimiser.state().get("first.head.weight").values();
            assertThat((double) moment[0]).isCloseTo(0.1 * 3 / 3, within(1e-6));
        }
    }

    @Test
    void shouldGoOnFromItsState() {
        try (NDManager manager = Torch.newManager()) {
            Parameters one = Parameters.of(manager, weights(), true);
            AdamW first = new AdamW(manager, one, 0.1f, 2);
            backward(one, 1, 2);
            first.step(0.01f, 1);
            Parameters two = Parameters.of(manager, one.weights(), true);
            AdamW second = new AdamW(manager, two, 0.1f, 2);
            second.restore(first.state());
            backward(one, -0.5f, 1);
            first.step(0.01f, 2);
            backward(two, -0.5f, 1);
            second.step(0.01f, 2);
            assertThat(two.get("head.weight").toFloatArray())
                    .isEqualTo(one.get("head.weight").toFloatArray());
            assertThat(two.get("head.bias").toFloatArray())
                    .isEqualTo(one.get("head.bias").toFloatArray());
        }
    }

    @Test
    void shouldApproachOtherValuesByAPartOfTheWay() {
        try (NDManager manager = Torch.newManager()) {
            Parameters average = Parameters.of(manager, weights(), false);
            Parameters other = Parameters.of(manager, weights(), false);
            other.get("head.weight").set(new float[] {3, -2});
            average.approach(other, 0.25f);
            assertThat(average.get("head.weight").toFloatArray()).containsExactly(1.5f, -2);
            average.copy(other);
            assertThat(average.get("head.weight").toFloatArray()).containsExactly(3, -2);
        }
    }
}
