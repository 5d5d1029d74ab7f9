package io.fleck.fitting.wafer;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The learned numbers of a network by name. Immutable as far as its arrays are left alone. */
public final class Weights {
    private final Map<String, Tensor> tensors;

    /** Keeps a copy of the map. */
    public Weights(Map<String, Tensor> tensors) {
        this.tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    /**
     * One array.
     *
     * @param values row by row
     * @param shape sizes
     */
    @SuppressWarnings("ArrayRecordComponent") // constants, compared by nobody
    public record Tensor(float[] values, long[] shape) {
        /** Checks that there is a value an element. */
        public Tensor {
            if (values.length != Arrays.stream(shape).reduce(1, Math::multiplyExact)) {
                throw new IllegalArgumentException(
                        values.length + " values for an array of the shape " + Arrays.toString(shape));
            }
        }
    }

    /** Names, in order. */
    public Set<String> names() {
        return tensors.keySet();
    }

    /**
     * An array by name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Tensor get(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("no weights '" + name + "', only " + tensors.keySet());
        }
        return tensor;
    }

    /** The values of an array. */
    float[] values(String name) {
        return get(name).values();
    }
}
