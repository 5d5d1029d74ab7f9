package io.fleck.training.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.fleck.fitting.wafer.Weights;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named arrays of a network while it is trained. Statistics of batch norm, {@code .mean} and {@code .variance}, move with
 * the data and have no gradient.
 *
 * <p>Not safe for use by several threads.
 */
public final class Parameters {
    private final Map<String, NDArray> arrays;

    private Parameters(Map<String, NDArray> arrays) {
        this.arrays = Collections.unmodifiableMap(arrays);
    }

    /** Copies weights into arrays of a manager. */
    public static Parameters of(NDManager manager, Weights weights, boolean gradients) {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        for (String name : weights.names()) {
            Weights.Tensor tensor = weights.get(name);
            NDArray array = manager.create(tensor.values(), new Shape(tensor.shape()));
            array.setRequiresGradient(gradients && trainable(name));
            arrays.put(name, array);
        }
        return new Parameters(arrays);
    }

    /** Whether gradients move an array. */
    static boolean trainable(String name) {
        return !name.endsWith(".mean") && !name.endsWith(".variance");
    }

    /** All names, in order. */
    public Iterable<String> names() {
        return arrays.keySet();
    }

    /** Names of the arrays that gradients move. */
    public List<String> trainable() {
        return arrays.keySet().stream().filter(Parameters::trainable).toList();
    }

    /**
     * An array by name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public NDArray get(String name) {
        NDArray array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException("no array '" + name + "', only " + arrays.keySet());
        }
        return array;
    }

    /** A copy of all values. */
    public Weights weights() {
        Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
        arrays.forEach((name, array) -> tensors.put(
                name, new Weights.Tensor(array.toFloatArray(), array.getShape().getShape())));
        return new Weights(tensors);
    }

    /** Takes over every value of another set, exactly. */
    public void copy(Parameters other) {
        arrays.forEach((name, array) -> array.subi(array).addi(other.get(name)));
    }

    /**
     * Moves every array towards that of another set.
     *
     * @param part of the way, from 0 to 1
     */
    public void approach(Parameters other, float part) {
        arrays.forEach((name, array) -> array.addi(other.get(name).sub(array).mul(part)));
    }
}
