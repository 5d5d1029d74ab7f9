package io.fleck.fitting.wafer;

import io.fleck.core.metrics.ConfusionMatrix;
import java.util.Arrays;
import java.util.List;

/**
 * The control that any network of wafers must beat: polar densities and logistic regression. Trained on the whole in one
 * piece, weights of classes one over the square root of their number.
 */
public final class PolarControl {
    private static final int STEPS = 400;
    private static final double RATE = 0.1;
    private static final double RIDGE = 2e-4;

    private final List<String> classes;
    private final double[] mean;
    private final double[] scale;
    private final double[] weights;

    private PolarControl(List<String> classes, double[][] features) {
        this.classes = List.copyOf(classes);
        this.mean = new double[PolarFeatures.COUNT];
        this.scale = new double[PolarFeatures.COUNT];
        standardise(features);
        this.weights = new double[(PolarFeatures.COUNT + 1) * classes.size()];
    }

    /** Trains on labelled wafers; the classes are those they have. */
    public static PolarControl train(List<LabelledWafer> wafers) {
        List<String> classes =
                wafers.stream().map(LabelledWafer::label).distinct().sorted().toList();
        double[][] features =
                wafers.stream().map(wafer -> PolarFeatures.of(wafer.dies())).toArray(double[][]::new);
        PolarControl control = new PolarControl(classes, features);
        int[] labels = wafers.stream()
                .mapToInt(wafer -> classes.indexOf(wafer.label()))
                .toArray();
        control.descend(Arrays.stream(features).map(control::standardised).toArray(double[][]::new), labels);
        return control;
    }

    private void standardise(double[][] features) {
        for (int f = 0; f < PolarFeatures.COUNT; f++) {
            double sum = 0;
            double squares = 0;
            for (double[] row : features) {
                sum += row[f];
                squares += row[f] * row[f];
            }
            mean[f] = sum / features.length;
            scale[f] = 1 / (Math.sqrt(Math.max(0, squares / features.length - mean[f] * mean[f])) + 1e-6);
        }
    }

    /** With a constant behind the features. */
    private double[] standardised(double[] features) {
        double[] row = new double[features.length + 1];
        for (int f = 0; f < features.length; f++) {
            row[f] = (features[f] - mean[f]) * scale[f];
        }
        row[features.length] = 1;
        return row;
    }

    /** Adam over the whole set, its rate falling to zero. */
    private void descend(double[][] rows, int[] labels) {
        double[] importance = importance(labels);
        double[] first = new double[weights.length];
        double[] second = new double[weights.length];
        for (int step = 1; step <= STEPS; step++) {
            double[] gradient = gradient(rows, labels, importance);
            double rate = RATE * (1 - (step - 1.0) / STEPS);
            for (int i = 0; i < weights.length; i++) {
                first[i] = 0.9 * first[i] + 0.1 * gradient[i];
                second[i] = 0.999 * second[i] + 0.001 * gradient[i] * gradient[i];
                double direction = first[i] / (1 - Math.pow(0.9, step));
                weights[i] -= rate * direction / (Math.sqrt(second[i] / (1 - Math.pow(0.999, step))) + 1e-8);
            }
        }
    }

    private double[] importance(int[] labels) {
        double[] counts = new double[classes.size()];
        for (int label : labels) {
            counts[label]++;
        }
        double[] importance = Arrays.stream(labels)
                .mapToDouble(label -> 1 / Math.sqrt(counts[label] + 1))
                .toArray();
        double sum = Arrays.stream(importance).sum();
        for (int i = 0; i < importance.length; i++) {
            importance[i] /= sum;
        }
        return importance;
    }

    private double[] gradient(double[][] rows, int[] labels, double[] importance) {
        int count = classes.size();
        double[] gradient = new double[weights.length];
        for (int i = 0; i < rows.length; i++) {
            double[] probabilities = probabilities(rows[i]);
            probabilities[labels[i]] -= 1;
            for (int f = 0; f < rows[i].length; f++) {
                double scaled = importance[i] * rows[i][f];
                for (int c = 0; c < count; c++) {
                    gradient[f * count + c] += scaled * probabilities[c];
                }
            }
        }
        for (int i = 0; i < PolarFeatures.COUNT * count; i++) {
            gradient[i] += RIDGE * weights[i];
        }
        return gradient;
    }

    private double[] probabilities(double[] row) {
        int count = classes.size();
        double[] values = new double[count];
        for (int f = 0; f < row.length; f++) {
            for (int c = 0; c < count; c++) {
                values[c] += row[f] * weights[f * count + c];
            }
        }
        double most = Arrays.stream(values).max().orElse(0);
        double sum = 0;
        for (int c = 0; c < count; c++) {
            values[c] = Math.exp(values[c] - most);
            sum += values[c];
        }
        for (int c = 0; c < count; c++) {
            values[c] /= sum;
        }
        return values;
    }

    /** The most likely class of a wafer. */
    String classify(LabelledWafer wafer) {
        double[] probabilities = probabilities(standardised(PolarFeatures.of(wafer.dies())));
        int best = 0;
        for (int c = 1; c < probabilities.length; c++) {
            best = probabilities[c] > probabilities[best] ? c : best;
        }
        return classes.get(best);
    }

    /** How it does on wafers of the classes that it knows; others are left away. */
    public ConfusionMatrix evaluate(List<LabelledWafer> wafers) {
        ConfusionMatrix confusion = new ConfusionMatrix(classes);
        wafers.stream()
                .filter(wafer -> classes.contains(wafer.label()))
                .forEach(wafer -> confusion.add(wafer.label(), classify(wafer)));
        return confusion;
    }
}
