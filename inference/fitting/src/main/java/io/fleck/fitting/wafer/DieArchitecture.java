package io.fleck.fitting.wafer;

import io.fleck.core.wafer.grid.DieTensors;
import io.fleck.core.wafer.grid.SparseGrid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The network of die grids: two convolutions a level, each followed by batch norm and ReLU, max-pooling between levels.
 * Level 0 is submanifold on the failing dies, which is what finds scratches; from level 1 on the grid is dense and the
 * means of fail, die and radius join it, which is what tells a local cluster from one at the edge. Mean and maximum over
 * the whole grid give a linear latent embedding (a ReLU would leave dimensions that never vary, and a full-covariance
 * mixture singular); batch norm, ReLU and a linear map give the logits.
 *
 * @param resolution cells along an edge, divisible by 2 to the power of the levels less one
 * @param widths channels of each level, at least two levels
 * @param latent dimensions of the embedding
 * @param classes at least 2
 */
public record DieArchitecture(int resolution, List<Integer> widths, int latent, int classes) {
    /** Added to variances of batch norm. */
    public static final float EPSILON = 1e-5f;

    /** Convolutions a level. */
    public static final int CONVOLUTIONS = 2;

    private static final int KERNEL = 3;

    /** Checks the sizes. */
    public DieArchitecture {
        widths = List.copyOf(widths);
        if (widths.size() < 2 || resolution < 2 || resolution % (1 << (widths.size() - 1)) != 0) {
            throw new IllegalArgumentException("a resolution of " + resolution + " with " + widths.size()
                    + " levels; it must be divisible by 2 to the power of the levels less one, at least two levels");
        }
        if (latent < 1 || classes < 2) {
            throw new IllegalArgumentException(
                    latent + " latent dimensions and " + classes + " classes; at least 1 and 2");
        }
    }

    /** The network of the pilot: 48 x 48 cells, which nearly every wafer of WM-811K fits into, and 225,000 weights. */
    public static DieArchitecture standard(int classes) {
        return new DieArchitecture(48, List.of(16, 32, 64, 96), 64, classes);
    }

    /** Levels. */
    public int levels() {
        return widths.size();
    }

    /** Rows and columns at a level. */
    public int side(int level) {
        return resolution >> level;
    }

    /** Channels that a convolution of a level reads. */
    public int inputs(int level, int convolution) {
        if (convolution > 0) {
            return widths.get(level);
        }
        return switch (level) {
            case 0 -> DieTensors.FEATURES;
            case 1 -> widths.get(0) + DieTensors.CONTEXT;
            default -> widths.get(level - 1);
        };
    }

    /** Values that mean and maximum over the grid give. */
    public int pooled() {
        return 2 * widths.get(levels() - 1);
    }

    /** Name of a convolution; its weights are {@code .weight}. */
    public static String convolution(int level, int convolution) {
        return "level" + level + ".conv" + convolution;
    }

    /** Name of the batch norm behind a convolution; its arrays are {@code .scale}, {@code .shift}, {@code .mean}, {@code .variance}. */
    public static String norm(int level, int convolution) {
        return "level" + level + ".norm" + convolution;
    }

    /**
     * Names and shapes of all weights. Level 0 has [9 x inputs, outputs], dense levels [outputs, inputs, 3, 3], linear
     * maps [outputs, inputs].
     */
    public Map<String, long[]> shapes() {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        for (int level = 0; level < levels(); level++) {
            for (int convolution = 0; convolution < CONVOLUTIONS; convolution++) {
                shapes.put(convolution(level, convolution) + ".weight", kernel(level, convolution));
                putNorm(shapes, norm(level, convolution), widths.get(level));
            }
        }
        shapes.put("latent.weight", new long[] {latent, pooled()});
        shapes.put("latent.bias", new long[] {latent});
        putNorm(shapes, "head.norm", latent);
        shapes.put("head.weight", new long[] {classes, latent});
        shapes.put("head.bias", new long[] {classes});
        return shapes;
    }

    private long[] kernel(int level, int convolution) {
        int inputs = inputs(level, convolution);
        int outputs = widths.get(level);
        return level == 0
                ? new long[] {(long) SparseGrid.NEIGHBOURS * inputs, outputs}
                : new long[] {outputs, inputs, KERNEL, KERNEL};
    }

    private static void putNorm(Map<String, long[]> shapes, String name, int channels) {
        for (String part : List.of(".scale", ".shift", ".mean", ".variance")) {
            shapes.put(name + part, new long[] {channels});
        }
    }
}
