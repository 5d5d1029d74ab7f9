package io.fleck.fitting.wafer;

import io.fleck.core.model.PatternSettings;
import io.fleck.fitting.fit.FitException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * Finds the space in which novel wafers are compared, from wafers that took no part in the training: those that did lie
 * closer together than any others will.
 */
public final class PatternSpace {
    /** Of the covariance that is replaced by its mean variance: a rare class alone cannot fill it. */
    private static final double SHRINKAGE = 0.05;

    /** A class of fewer wafers has less weight in the covariance of all. */
    private static final double FULL_WEIGHT = 20;

    private static final double QUANTILE = 0.95;
    private static final double FLOOR = 1e-6;

    /** Decimals of a place, whose unit is a deviation. */
    private static final double PLACE_DECIMALS = 1e2;

    private final int size;
    private final double[] origin;
    private final DMatrixRMaj whitening;
    private final Map<String, double[]> means = new TreeMap<>();

    /**
     * A wafer kept apart from the training.
     *
     * @param signature its label to find the space, the predicted class to calibrate it
     * @param novel whether the model calls it novel
     * @param latent its embedding
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, not kept
    public record Wafer(String signature, boolean novel, float[] latent) {}

    private PatternSpace(Map<String, List<float[]>> classes, int size) {
        this.size = size;
        List<float[]> all = classes.values().stream().flatMap(List::stream).toList();
        this.origin = mean(all, size);
        double[] scale = scale(all);
        this.whitening = whitening(within(classes, scale), scale);
        classes.forEach((name, latents) -> means.put(name, place(mean(latents, size))));
    }

    /**
     * Finds the space.
     *
     * @param labelled wafers with their labels
     * @param predicted other wafers with the class they were predicted as
     * @param seed draws those that are kept
     * @return empty where no class has 20 wafers in both: how far they spread could not be said
     * @throws FitException when the latent values have no covariance
     */
    public static Optional<PatternSettings> of(List<Wafer> labelled, List<Wafer> predicted, long seed) {
        Map<String, List<float[]>> classes = new TreeMap<>();
        labelled.forEach(wafer -> classes.computeIfAbsent(wafer.signature(), name -> new ArrayList<>())
                .add(wafer.latent()));
        Map<String, Integer> counts = new HashMap<>();
        predicted.forEach(wafer -> counts.merge(wafer.signature(), 1, Integer::sum));
        if (classes.entrySet().stream()
                .noneMatch(entry ->
                        Math.min(entry.getValue().size(), counts.getOrDefault(entry.getKey(), 0)) >= FULL_WEIGHT)) {
            return Optional.empty();
        }
        PatternSpace space = new PatternSpace(classes, labelled.get(0).latent().length);
        return Optional.of(space.settings(predicted, new Random(seed)));
    }

    private PatternSettings settings(List<Wafer> predicted, Random random) {
        Map<String, List<double[]>> known = new TreeMap<>();
        predicted.forEach(wafer -> known.computeIfAbsent(wafer.signature(), name -> new ArrayList<>())
                .add(place(wafer.latent())));
        Map<String, List<List<Double>>> drawn = new HashMap<>();
        known.forEach((name, places) -> drawn.put(name, drawn(places, random)));
        Map<String, List<Double>> centres = new HashMap<>();
        means.forEach((name, mean) -> centres.put(name, rounded(mean)));
        return new PatternSettings(
                list(origin),
                rows(),
                radius(known),
                centres,
                drawn,
                predicted.stream()
                        .filter(Wafer::novel)
                        .map(wafer -> rounded(place(wafer.latent())))
                        .toList());
    }

    private static double[] mean(Collection<float[]> latents, int size) {
        double[] mean = new double[size];
        for (float[] latent : latents) {
            for (int i = 0; i < size; i++) {
                mean[i] += (double) latent[i] / latents.size();
            }
        }
        return mean;
    }

    private double[] scale(List<float[]> latents) {
        double[] squares = new double[size];
        for (float[] latent : latents) {
            for (int i = 0; i < size; i++) {
                squares[i] += (latent[i] - origin[i]) * (latent[i] - origin[i]) / latents.size();
            }
        }
        for (int i = 0; i < size; i++) {
            squares[i] = 1 / (Math.sqrt(squares[i]) + FLOOR);
        }
        return squares;
    }

    /** Covariance within classes of scaled values: classes count alike, whatever their number, but the rarest. */
    private DMatrixRMaj within(Map<String, List<float[]>> classes, double[] scale) {
        DMatrixRMaj sum = new DMatrixRMaj(size, size);
        double weights = 0;
        for (List<float[]> latents : classes.values()) {
            if (latents.size() > 1) {
                double weight = Math.min(1, (latents.size() - 1) / FULL_WEIGHT);
                add(sum, latents, scale, weight / (latents.size() - 1));
                weights += weight;
            }
        }
        CommonOps_DDRM.scale((1 - SHRINKAGE) / weights, sum);
        double variance = CommonOps_DDRM.trace(sum) / (1 - SHRINKAGE) / size;
        for (int i = 0; i < size; i++) {
            sum.add(i, i, SHRINKAGE * variance + FLOOR);
        }
        return sum;
    }

    private void add(DMatrixRMaj sum, List<float[]> latents, double[] scale, double weight) {
        double[] mean = mean(latents, size);
        double[] scaled = new double[size];
        for (float[] latent : latents) {
            for (int i = 0; i < size; i++) {
                scaled[i] = (latent[i] - mean[i]) * scale[i];
            }
            for (int row = 0; row < size; row++) {
                for (int column = 0; column < size; column++) {
                    sum.data[row * size + column] += weight * scaled[row] * scaled[column];
                }
            }
        }
    }

    /** The inverse of the Cholesky factor, behind the scale. */
    private DMatrixRMaj whitening(DMatrixRMaj covariance, double[] scale) {
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(size, true);
        DMatrixRMaj inverse = new DMatrixRMaj(size, size);
        if (!cholesky.decompose(covariance) || !CommonOps_DDRM.invert(cholesky.getT(null), inverse)) {
            throw new FitException("the covariance of the latent values has no inverse; patterns cannot be compared");
        }
        for (int i = 0; i < size * size; i++) {
            inverse.data[i] = (float) (inverse.data[i] * scale[i % size]);
        }
        return inverse;
    }

    private double[] place(float[] latent) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = latent[i];
        }
        return place(values);
    }

    private double[] place(double[] latent) {
        double[] place = new double[size];
        for (int row = 0; row < size; row++) {
            for (int i = 0; i < size; i++) {
                place[row] += whitening.data[row * size + i] * (latent[i] - origin[i]);
            }
        }
        return place;
    }

    /** Mean over classes of the quantile of distances to the mean of the predicted class. */
    private double radius(Map<String, List<double[]>> known) {
        return Math.sqrt(known.entrySet().stream()
                .filter(entry -> means.containsKey(entry.getKey()))
                .filter(entry -> entry.getValue().size() >= FULL_WEIGHT)
                .mapToDouble(entry -> quantile(entry.getValue(), means.getOrDefault(entry.getKey(), origin)))
                .average()
                .orElseThrow());
    }

    private static double quantile(List<double[]> places, double[] mean) {
        double[] squares = places.stream()
                .mapToDouble(place -> {
                    double sum = 0;
                    for (int i = 0; i < mean.length; i++) {
                        sum += (place[i] - mean[i]) * (place[i] - mean[i]);
                    }
                    return sum;
                })
                .sorted()
                .toArray();
        return squares[(int) Math.min(squares.length - 1, Math.ceil(QUANTILE * squares.length) - 1)];
    }

    private static List<List<Double>> drawn(List<double[]> places, Random random) {
        List<double[]> order = new ArrayList<>(places);
        Collections.shuffle(order, random);
        return order.stream()
                .limit(PatternSettings.MOST_KNOWN)
                .map(PatternSpace::rounded)
                .toList();
    }

    private List<List<Double>> rows() {
        List<List<Double>> rows = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            rows.add(list(Arrays.copyOfRange(whitening.data, row * size, (row + 1) * size)));
        }
        return rows;
    }

    private static List<Double> rounded(double[] place) {
        return Arrays.stream(place)
                .map(value -> Math.round(value * PLACE_DECIMALS) / PLACE_DECIMALS)
                .boxed()
                .toList();
    }

    /** As many digits as a float has: more would only fill the file. */
    private static List<Double> list(double[] values) {
        return Arrays.stream(values)
                .mapToObj(value -> Double.valueOf(Float.toString((float) value)))
                .toList();
    }
}
