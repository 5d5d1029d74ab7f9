package io.fleck.core.engine;

import java.util.List;

/**
 * Name, type and shape of one input or output of a graph.
 *
 * @param name as the graph names it
 * @param type element type
 * @param rows what its leading dimension counts: {@link #BATCH}, or rows of another kind, such as the sites of sparse
 *     grids, whose number varies from run to run on its own
 * @param item sizes without the leading dimension, all at least 1; empty for one number a row
 */
public record TensorSpec(String name, TensorType type, String rows, List<Integer> item) {
    /** The leading dimension that counts items. */
    public static final String BATCH = "B";

    /** How the names of leading dimensions begin that count sites of sparse grids. */
    public static final String SITES = "sites";

    /** A tensor whose leading dimension is the batch. */
    public TensorSpec(String name, TensorType type, List<Integer> item) {
        this(name, type, BATCH, item);
    }

    /** Checks the sizes. */
    public TensorSpec {
        item = List.copyOf(item);
        for (int size : item) {
            if (size < 1) {
                throw new IllegalArgumentException(
                        "tensor " + name + " has the item shape " + item + "; every size must be at least 1");
            }
        }
    }

    /** Elements an item. */
    public int itemElements() {
        return item.stream().reduce(1, Math::multiplyExact);
    }

    /** Bytes an item. */
    public int itemBytes() {
        return Math.multiplyExact(itemElements(), type.bytes());
    }
}
