package io.fleck.fitting.wafer;

/**
 * Batch norm with fixed statistics as what it is: y = gain x + shift a channel. Folded into the map before it, it costs
 * nothing.
 *
 * @param gain a channel
 * @param shift a channel
 */
@SuppressWarnings("ArrayRecordComponent") // constants, compared by nobody
record FoldedNorm(float[] gain, float[] shift) {
    static FoldedNorm of(Weights weights, String name) {
        float[] scale = weights.values(name + ".scale");
        float[] shift = weights.values(name + ".shift").clone();
        float[] mean = weights.values(name + ".mean");
        float[] variance = weights.values(name + ".variance");
        float[] gain = new float[scale.length];
        for (int i = 0; i < gain.length; i++) {
            gain[i] = (float) (scale[i] / Math.sqrt(variance[i] + DieArchitecture.EPSILON));
            shift[i] -= mean[i] * gain[i];
        }
        return new FoldedNorm(gain, shift);
    }

    /** Scales weights whose slowest dimension is the channel. */
    float[] rows(float[] values) {
        float[] scaled = new float[values.length];
        int each = values.length / gain.length;
        for (int i = 0; i < values.length; i++) {
            scaled[i] = values[i] * gain[i / each];
        }
        return scaled;
    }

    /** Scales weights whose fastest dimension is the channel. */
    float[] columns(float[] values) {
        float[] scaled = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = values[i] * gain[i % gain.length];
        }
        return scaled;
    }
}
