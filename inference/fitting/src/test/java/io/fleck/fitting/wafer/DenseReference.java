package io.fleck.fitting.wafer;

import io.fleck.core.wafer.grid.DieCanvas;
import io.fleck.core.wafer.grid.DieGrid;
import java.util.Arrays;

/**
 * The network of die grids written down as its definition says: dense convolutions over the whole canvas in double
 * precision, level 0 masked to the failing dies, batch norm behind every convolution. Slow, and nothing like the graph.
 */
final class DenseReference {
    private final DieArchitecture architecture;
    private final Weights weights;

    DenseReference(DieArchitecture architecture, Weights weights) {
        this.architecture = architecture;
        this.weights = weights;
    }

    /** Logits and, behind them, the latent embedding. */
    double[][] run(DieCanvas canvas) {
        int side = canvas.side();
        boolean[] mask = new boolean[side * side];
        double[][] value = new double[2][side * side];
        for (int cell = 0; cell < mask.length; cell++) {
            mask[cell] = canvas.die(cell) == DieGrid.FAIL;
            value[0][cell] = mask[cell] ? 1 : 0;
            value[1][cell] = mask[cell] ? canvas.radius(cell) : 0;
        }
        for (int level = 0; level < architecture.levels(); level++) {
            int width = architecture.side(level);
            if (level > 0) {
                value = maxPooled(value, width);
            }
            if (level == 1) {
                value = withContext(value, canvas);
                Arrays.fill(mask, true);
            }
            for (int i = 0; i < DieArchitecture.CONVOLUTIONS; i++) {
                value = convolved(value, level, i, width, mask);
            }
        }
        return decided(value);
    }

    private double[][] convolved(double[][] value, int level, int i, int width, boolean[] mask) {
        float[] kernel = weights.values(DieArchitecture.convolution(level, i) + ".weight");
        int outputs = architecture.widths().get(level);
        int inputs = value.length;
        double[][] result = new double[outputs][width * width];
        for (int out = 0; out < outputs; out++) {
            for (int cell = 0; cell < width * width; cell++) {
                double sum = 0;
                for (int in = 0; in < inputs; in++) {
                    for (int k = 0; k < 9; k++) {
                        int index = level == 0 ? (k * inputs + in) * outputs + out : (out * inputs + in) * 9 + k;
                        sum += kernel[index] * at(value[in], cell / width + k / 3 - 1, cell % width + k % 3 - 1, width);
                    }
                }
                boolean active = mask[cell];
                result[out][cell] = active ? normalised(DieArchitecture.norm(level, i), out, sum) : 0;
            }
        }
        return result;
    }

    private static double at(double[] channel, int row, int column, int width) {
        boolean inside = row >= 0 && row < width && column >= 0 && column < width;
        return inside ? channel[row * width + column] : 0;
    }

    private double normalised(String name, int channel, double value) {
        double deviation = Math.sqrt(weights.values(name + ".variance")[channel] + DieArchitecture.EPSILON);
        double normal = (value - weights.values(name + ".mean")[channel]) / deviation;
        return Math.max(
                0, normal * weights.values(name + ".scale")[channel] + weights.values(name + ".shift")[channel]);
    }

    private static double[][] maxPooled(double[][] value, int width) {
        double[][] pooled = new double[value.length][width * width];
        for (int channel = 0; channel < value.length; channel++) {
            for (int cell = 0; cell < width * width; cell++) {
                int from = cell / width * 2 * (width * 2) + cell % width * 2;
                double[] fine = value[channel];
                pooled[channel][cell] = Math.max(
                        Math.max(fine[from], fine[from + 1]),
                        Math.max(fine[from + 2 * width], fine[from + 2 * width + 1]));
            }
        }
        return pooled;
    }

    private static double[][] withContext(double[][] value, DieCanvas canvas) {
        int half = canvas.side() / 2;
        double[][] joined = Arrays.copyOf(value, value.length + 3);
        for (int extra = 0; extra < 3; extra++) {
            double[] means = new double[half * half];
            for (int cell = 0; cell < canvas.side() * canvas.side(); cell++) {
                double share = switch (extra) {
                    case 0 -> canvas.die(cell) == DieGrid.FAIL ? 1 : 0;
                    case 1 -> canvas.die(cell) == DieGrid.NO_DIE ? 0 : 1;
                    default -> canvas.radius(cell);
                };
                means[cell / canvas.side() / 2 * half + cell % canvas.side() / 2] += share / 4;
            }
            joined[value.length + extra] = means;
        }
        return joined;
    }

    private double[][] decided(double[][] value) {
        double[] pooled = new double[2 * value.length];
        for (int channel = 0; channel < value.length; channel++) {
            pooled[channel] = Arrays.stream(value[channel]).average().orElseThrow();
            pooled[value.length + channel] = Arrays.stream(value[channel]).max().orElseThrow();
        }
        double[] latent = linear("latent", pooled);
        double[] hidden = new double[latent.length];
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = normalised("head.norm", i, latent[i]);
        }
        return new double[][] {linear("head", hidden), latent};
    }

    private double[] linear(String name, double[] value) {
        double[] result = new double[weights.values(name + ".bias").length];
        for (int out = 0; out < result.length; out++) {
            result[out] = weights.values(name + ".bias")[out];
            for (int in = 0; in < value.length; in++) {
                result[out] += weights.values(name + ".weight")[out * value.length + in] * value[in];
            }
        }
        return result;
    }
}
