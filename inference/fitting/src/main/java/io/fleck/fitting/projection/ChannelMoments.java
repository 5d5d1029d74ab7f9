package io.fleck.fitting.projection;

import io.fleck.fitting.backbone.Features;
import io.fleck.fitting.parallel.Workers;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Number, sum and cross products of feature vectors over all sites of some pictures.
 *
 * @param count number of vectors
 * @param sums sum by channel, [channels, 1]
 * @param products sum of outer products, [channels, channels]
 */
public record ChannelMoments(long count, DMatrixRMaj sums, DMatrixRMaj products) {
    /** Fixed, so that sums are formed in the same order on any number of threads: a fit repeats bit by bit. */
    private static final int BLOCKS = 16;

    /**
     * Sums over some of the pictures.
     *
     * @param images indices of the pictures
     */
    public static ChannelMoments of(Features features, int[] images, Workers workers) throws InterruptedException {
        int blocks = Math.max(1, Math.min(BLOCKS, images.length));
        ChannelMoments[] parts = new ChannelMoments[blocks];
        workers.forEach(blocks, block -> {
            int from = (int) ((long) images.length * block / blocks);
            int to = (int) ((long) images.length * (block + 1) / blocks);
            parts[block] = sum(features, Arrays.copyOfRange(images, from, to));
        });
        return Arrays.stream(parts).reduce(zero(features.channels()), ChannelMoments::plus);
    }

    /** The moments of no picture. */
    public static ChannelMoments zero(int channels) {
        return new ChannelMoments(0, new DMatrixRMaj(channels, 1), new DMatrixRMaj(channels, channels));
    }

    private static ChannelMoments sum(Features features, int[] images) {
        int channels = features.channels();
        int sites = features.grid().sites();
        ChannelMoments total = zero(channels);
        DMatrixRMaj vectors = new DMatrixRMaj(sites, channels);
        DMatrixRMaj products = new DMatrixRMaj(channels, channels);
        for (int image : images) {
            transpose(features.images().get(image), vectors);
            CommonOps_DDRM.multInner(vectors, products);
            CommonOps_DDRM.addEquals(total.products, products);
            addSums(vectors, total.sums);
        }
        return new ChannelMoments((long) images.length * sites, total.sums, total.products);
    }

    /** A vector a row: the product over rows is several times faster than over columns. */
    private static void transpose(float[] image, DMatrixRMaj vectors) {
        int sites = vectors.numRows;
        int channels = vectors.numCols;
        for (int channel = 0; channel < channels; channel++) {
            for (int site = 0; site < sites; site++) {
                vectors.data[site * channels + channel] = image[channel * sites + site];
            }
        }
    }

    private static void addSums(DMatrixRMaj vectors, DMatrixRMaj sums) {
        for (int site = 0; site < vectors.numRows; site++) {
            for (int channel = 0; channel < vectors.numCols; channel++) {
                sums.data[channel] += vectors.data[site * vectors.numCols + channel];
            }
        }
    }

    /** The moments of both. */
    public ChannelMoments plus(ChannelMoments other) {
        DMatrixRMaj newSums = new DMatrixRMaj(sums.numRows, 1);
        DMatrixRMaj newProducts = new DMatrixRMaj(products.numRows, products.numCols);
        CommonOps_DDRM.add(sums, other.sums, newSums);
        CommonOps_DDRM.add(products, other.products, newProducts);
        return new ChannelMoments(count + other.count, newSums, newProducts);
    }

    /** Mean by channel. */
    public double[] means() {
        return IntStream.range(0, sums.numRows)
                .mapToDouble(channel -> sums.data[channel] / count)
                .toArray();
    }

    /** Covariance, divided by the count, [channels, channels]. */
    public DMatrixRMaj covariance() {
        DMatrixRMaj covariance = new DMatrixRMaj(products.numRows, products.numCols);
        CommonOps_DDRM.multTransB(-1.0 / count, sums, sums, covariance);
        CommonOps_DDRM.addEquals(covariance, products);
        CommonOps_DDRM.scale(1.0 / count, covariance);
        return covariance;
    }
}
