package io.fleck.fitting.projection;

import io.fleck.fitting.fit.FitException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Principal components of channels that were brought to mean 0 and deviation 1: those of the correlation matrix, in falling
 * order of their variances.
 */
public final class PrincipalComponents {
    /** A channel that deviates less than this part of the most deviating one is constant: it says nothing. */
    private static final double CONSTANT = 1e-6;

    /** A component with less than this part of the largest variance is rounding, not a direction of the pictures. */
    private static final double RANK = 1e-9;

    private final double[] means;
    private final double[] scales;
    private final double[] variances;
    private final DMatrixRMaj basis;

    private PrincipalComponents(double[] means, double[] scales, double[] variances, DMatrixRMaj basis) {
        this.means = means;
        this.scales = scales;
        this.variances = variances;
        this.basis = basis;
    }

    /**
     * Finds them.
     *
     * @throws FitException when no channel varies
     */
    public static PrincipalComponents of(ChannelMoments moments) {
        DMatrixRMaj covariance = moments.covariance();
        double[] scales = scales(covariance);
        CommonOps_DDRM.multRows(scales, covariance);
        CommonOps_DDRM.multCols(covariance, scales);
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(covariance.numRows, true, true);
        if (!eigen.decompose(covariance)) {
            throw new FitException("the principal components of the features do not converge");
        }
        int[] order = IntStream.range(0, scales.length)
                .boxed()
                .sorted(Comparator.comparingDouble(
                                (Integer i) -> eigen.getEigenvalue(i).getReal())
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        double[] variances = Arrays.stream(order)
                .mapToDouble(i -> Math.max(0, eigen.getEigenvalue(i).getReal()))
                .toArray();
        return new PrincipalComponents(moments.means(), scales, variances, rows(eigen, order));
    }

    private static DMatrixRMaj rows(EigenDecomposition_F64<DMatrixRMaj> eigen, int[] order) {
        DMatrixRMaj basis = new DMatrixRMaj(order.length, order.length);
        for (int row = 0; row < order.length; row++) {
            DMatrixRMaj vector = eigen.getEigenVector(order[row]);
            System.arraycopy(vector.data, 0, basis.data, row * basis.numCols, basis.numCols);
        }
        return basis;
    }

    /** One over the deviation; 0 for constant channels. */
    private static double[] scales(DMatrixRMaj covariance) {
        double[] deviations = IntStream.range(0, covariance.numRows)
                .mapToDouble(channel -> Math.sqrt(Math.max(0, covariance.get(channel, channel))))
                .toArray();
        double largest = Arrays.stream(deviations).max().orElse(0);
        if (!(largest > 0)) {
            throw new FitException("the features of the good pictures do not differ at all; are they all the same?");
        }
        return Arrays.stream(deviations)
                .map(deviation -> deviation > CONSTANT * largest ? 1 / deviation : 0)
                .toArray();
    }

    /**
     * The projection on the components of the largest variances.
     *
     * @param count from 1 to the number of channels
     */
    public Projection largest(int count) {
        return projection(0, count, component -> 1);
    }

    /**
     * The projection on what the leading components leave over, as negated PCA does (Rippel et al., "Modeling the
     * distribution of normal data in pre-trained deep features for anomaly detection", ICPR 2020): of the components behind
     * those that explain a part of the variance, the largest. Directions without variance are never among them.
     *
     * @param explained part of the variance that is left out, in (0, 1)
     * @param most components at most; fewer where there are fewer
     * @throws FitException when nothing is left over
     */
    public Projection remaining(double explained, int most) {
        double target = explained * Arrays.stream(variances).sum();
        int first = 0;
        for (double sum = variances[0]; sum < target && first < variances.length - 1; sum += variances[first]) {
            first++;
        }
        int count = Math.min(most, rank() - first);
        if (count < 1) {
            throw new FitException("behind the components that explain " + explained + " of the variance none is left");
        }
        return projection(first, count, component -> 1);
    }

    /**
     * The projection on the components of the largest variances, their deviations brought nearer to each other. Components
     * without variance are left out.
     *
     * @param most components at most; fewer where fewer vary
     * @param whitening from 0, which leaves deviations as they are, to 1, which brings all of them to 1
     */
    public Projection whitened(int most, double whitening) {
        return projection(0, Math.min(most, rank()), component -> Math.pow(variances[component], -whitening / 2));
    }

    /** Number of components that vary. */
    private int rank() {
        return (int) Arrays.stream(variances)
                .filter(variance -> variance > RANK * variances[0])
                .count();
    }

    private Projection projection(int first, int count, IntToDoubleFunction scale) {
        DMatrixRMaj weights = new DMatrixRMaj(count, scales.length);
        double[] bias = new double[count];
        for (int row = 0; row < count; row++) {
            double stretch = scale.applyAsDouble(first + row);
            for (int channel = 0; channel < scales.length; channel++) {
                double weight = (float) (basis.get(first + row, channel) * scales[channel] * stretch);
                weights.set(row, channel, weight);
                bias[row] -= weight * means[channel];
            }
            bias[row] = (float) bias[row];
        }
        return new Projection(weights, bias);
    }
}
