package io.fleck.fitting.onnx;

/** IEEE 754 half precision, which Java 17 lacks (Float.floatToFloat16 came with 20). */
final class Float16 {
    /** Largest finite value. */
    static final float MAXIMUM = 65_504f;

    private static final int MANTISSA_BITS_DROPPED = 13;
    private static final float SMALLEST_NORMAL = 0x1p-14f;
    private static final float SUBNORMAL_UNITS = 0x1p24f;

    private Float16() {}

    /**
     * The nearest half, ties to even.
     *
     * @throws OnnxException when the value is not finite or rounds beyond {@link #MAXIMUM}
     */
    static short of(float value) {
        int sign = (Float.floatToRawIntBits(value) >>> 16) & 0x8000;
        float size = Math.abs(value);
        if (!(size < MAXIMUM + 16)) {
            throw new OnnxException("constant " + value + " does not fit into float16, at most " + MAXIMUM);
        }
        if (size < SMALLEST_NORMAL) {
            return (short) (sign | (int) Math.rint(size * SUBNORMAL_UNITS));
        }
        int bits = Float.floatToRawIntBits(size);
        int roundedToEven = bits + 0xFFF + ((bits >>> MANTISSA_BITS_DROPPED) & 1);
        // The exponent's bias falls from 127 to 15.
        return (short) (sign | ((roundedToEven >>> MANTISSA_BITS_DROPPED) - (112 << 10)));
    }
}
