package io.fleck.fitting.mixture;

import io.fleck.fitting.fit.FitException;
import io.fleck.fitting.mixture.Mixture.Component;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * Expectation maximisation (Dempster, Laird, Rubin, 1977) from a k-means++ start (Arthur, Vassilvitskii, 2007).
 *
 * <p>Covariances are kept regular by a penalty of half the ridge times the trace of each inverse covariance. Its M step
 * adds ridge / n_k to the diagonal, so that small components are held more; unlike a constant added every time, this
 * maximises one objective, which therefore never decreases.
 */
public final class MixtureFit {
    private final List<double[]> points;
    private final int dimensions;
    private final double penalty;
    private final List<Double> objective = new ArrayList<>();

    /**
     * Plans a fit.
     *
     * @param points of the same dimensions, at least one
     * @param ridge added to the diagonal of a component that holds {@code size}-th of the points, above 0; points are
     *     expected to have about unit scale
     * @param size components
     */
    MixtureFit(List<double[]> points, double ridge, int size) {
        this.points = points;
        this.dimensions = points.get(0).length;
        this.penalty = ridge * points.size() / size;
    }

    /**
     * Fits mixtures of several sizes and keeps the one of the lowest Bayesian information criterion (Schwarz, 1978).
     *
     * @param points at least as many as the smallest size; larger sizes than points are left out
     * @param sizes numbers of components
     * @param ridge above 0
     * @param iterations most EM steps
     */
    public static Mixture best(
            List<double[]> points, List<Integer> sizes, double ridge, int iterations, RandomGenerator random) {
        double lowest = Double.POSITIVE_INFINITY;
        List<Mixture> best = new ArrayList<>();
        for (int size : sizes) {
            if (size <= points.size()) {
                Mixture mixture = new MixtureFit(points, ridge, size).run(size, iterations, random);
                double criterion = criterion(mixture, points);
                if (criterion < lowest) {
                    lowest = criterion;
                    best = List.of(mixture);
                }
            }
        }
        if (best.isEmpty()) {
            throw new FitException("a mixture of " + sizes + " components needs as many points, got " + points.size());
        }
        return best.get(0);
    }

    /** The Bayesian information criterion; lower is better. */
    static double criterion(Mixture mixture, List<double[]> points) {
        int d = mixture.dimensions();
        int free = mixture.components().size() * (1 + d + d * (d + 1) / 2) - 1;
        double logLikelihood = points.stream().mapToDouble(mixture::logDensity).sum();
        return free * Math.log(points.size()) - 2 * logLikelihood;
    }

    /** The penalised log-likelihood before each step and after the last. */
    List<Double> objective() {
        return List.copyOf(objective);
    }

    /** Fits. */
    Mixture run(int size, int iterations, RandomGenerator random) {
        Mixture mixture = maximise(start(size, random), List.of());
        for (int i = 0; i < iterations && !settled(); i++) {
            mixture = step(mixture);
        }
        objective.add(penalised(
                mixture, points.stream().mapToDouble(mixture::logDensity).sum()));
        return mixture;
    }

    private boolean settled() {
        int steps = objective.size();
        return steps > 1
                && objective.get(steps - 1) - objective.get(steps - 2) < 1e-6 * Math.abs(objective.get(steps - 1));
    }

    private Mixture step(Mixture mixture) {
        double[][] parts = new double[points.size()][];
        double logLikelihood = 0;
        for (int i = 0; i < parts.length; i++) {
            double[] joint = mixture.logJoint(points.get(i));
            double density = Mixture.logSum(joint);
            logLikelihood += density;
            for (int k = 0; k < joint.length; k++) {
                joint[k] = Math.exp(joint[k] - density);
            }
            parts[i] = joint;
        }
        objective.add(penalised(mixture, logLikelihood));
        return maximise(parts, mixture.components());
    }

    private double penalised(Mixture mixture, double logLikelihood) {
        double traces = 0;
        for (Component component : mixture.components()) {
            for (double value : component.whitening()) {
                traces += value * value;
            }
        }
        return logLikelihood - penalty / 2 * traces;
    }

    /** A component that no point belongs to any more stays where it was, with no weight. */
    private Mixture maximise(double[][] parts, List<Component> before) {
        List<Component> components = new ArrayList<>();
        for (int k = 0; k < parts[0].length; k++) {
            double count = 0;
            for (double[] part : parts) {
                count += part[k];
            }
            components.add(
                    count < 1e-9 && !before.isEmpty()
                            ? new Component(
                                    Double.MIN_NORMAL,
                                    before.get(k).mean(),
                                    before.get(k).whitening())
                            : component(parts, k, count));
        }
        return new Mixture(components);
    }

    private Component component(double[][] parts, int k, double count) {
        double[] mean = new double[dimensions];
        for (int i = 0; i < parts.length; i++) {
            for (int d = 0; d < dimensions; d++) {
                mean[d] += parts[i][k] * points.get(i)[d] / count;
            }
        }
        return new Component(count / points.size(), mean, whitening(covariance(parts, k, count, mean)));
    }

    private DMatrixRMaj covariance(double[][] parts, int k, double count, double[] mean) {
        DMatrixRMaj covariance = new DMatrixRMaj(dimensions, dimensions);
        double[] centred = new double[dimensions];
        for (int i = 0; i < parts.length; i++) {
            double part = parts[i][k] / count;
            if (part > 0) {
                centre(points.get(i), mean, centred);
                addOuter(covariance, centred, part);
            }
        }
        for (int d = 0; d < dimensions; d++) {
            covariance.add(d, d, penalty / count);
        }
        return covariance;
    }

    private static void centre(double[] point, double[] mean, double[] into) {
        for (int d = 0; d < into.length; d++) {
            into[d] = point[d] - mean[d];
        }
    }

    private void addOuter(DMatrixRMaj to, double[] vector, double factor) {
        for (int row = 0; row < dimensions; row++) {
            double scaled = factor * vector[row];
            for (int column = 0; column < dimensions; column++) {
                to.data[row * dimensions + column] += scaled * vector[column];
            }
        }
    }

    private double[] whitening(DMatrixRMaj covariance) {
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(dimensions, true);
        if (!cholesky.decompose(covariance)) {
            throw new FitException("a covariance of the mixture is not positive definite");
        }
        DMatrixRMaj lower = cholesky.getT(null);
        TriangularSolver_DDRM.invertLower(lower.data, dimensions);
        return lower.data;
    }

    /** Every point belongs wholly to the nearest of the centres that k-means++ draws. */
    private double[][] start(int size, RandomGenerator random) {
        double[] nearest = new double[points.size()];
        int[] centre = new int[points.size()];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        int drawn = random.nextInt(points.size());
        for (int k = 0; k < size; k++) {
            for (int i = 0; i < nearest.length; i++) {
                double distance = squaredDistance(points.get(i), points.get(drawn));
                if (distance < nearest[i]) {
                    nearest[i] = distance;
                    centre[i] = k;
                }
            }
            drawn = draw(nearest, random);
        }
        double[][] parts = new double[points.size()][size];
        for (int i = 0; i < parts.length; i++) {
            parts[i][centre[i]] = 1;
        }
        return parts;
    }

    private static int draw(double[] weights, RandomGenerator random) {
        double left = random.nextDouble() * Arrays.stream(weights).sum();
        int drawn = 0;
        while (drawn < weights.length - 1 && left >= weights[drawn]) {
            left -= weights[drawn];
            drawn++;
        }
        return drawn;
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += (a[d] - b[d]) * (a[d] - b[d]);
        }
        return sum;
    }
}
