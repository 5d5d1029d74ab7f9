package io.fleck.fitting.mixture;

import java.util.List;

/**
 * A mixture of Gaussians with full covariances.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Mixture {
    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    private final List<Component> components;

    Mixture(List<Component> components) {
        this.components = List.copyOf(components);
    }

    /**
     * One Gaussian.
     *
     * @param weight its part of the mixture, in [0, 1]
     * @param mean d numbers
     * @param whitening [d, d] row by row: the inverse of the covariance's lower Cholesky factor, lower triangular
     */
    @SuppressWarnings("ArrayRecordComponent") // constants, compared by nobody
    public record Component(double weight, double[] mean, double[] whitening) {
        /** log of the weight and of the normalisation: the log density is this minus half the squared distance. */
        public double logConstant() {
            int size = mean.length;
            double constant = Math.log(weight) - size / 2.0 * LOG_TWO_PI;
            for (int i = 0; i < size; i++) {
                constant += Math.log(whitening[i * size + i]);
            }
            return constant;
        }

        double squaredDistance(double[] point) {
            int size = mean.length;
            double sum = 0;
            for (int row = 0; row < size; row++) {
                double value = 0;
                for (int column = 0; column <= row; column++) {
                    value += whitening[row * size + column] * (point[column] - mean[column]);
                }
                sum += value * value;
            }
            return sum;
        }
    }

    /** The Gaussians. */
    public List<Component> components() {
        return components;
    }

    /** Dimensions of a point. */
    public int dimensions() {
        return components.get(0).mean().length;
    }

    /** log of each weight times density at a point. */
    double[] logJoint(double[] point) {
        double[] joint = new double[components.size()];
        for (int k = 0; k < joint.length; k++) {
            Component component = components.get(k);
            joint[k] = component.logConstant() - component.squaredDistance(point) / 2;
        }
        return joint;
    }

    /** log density at a point. */
    public double logDensity(double[] point) {
        return logSum(logJoint(point));
    }

    /** log of a sum of exponentials, without overflow. */
    static double logSum(double[] logs) {
        double most = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            most = Math.max(most, log);
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - most);
        }
        return most + Math.log(sum);
    }
}
