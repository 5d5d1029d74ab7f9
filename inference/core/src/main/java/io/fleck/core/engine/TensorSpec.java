package io.fleck.core.engine;

import java.util.List;

/**
 * Name, type and shape of one input or output of a graph.
 *
 * @param name as the graph names it
 * @param type element type
 * @param item sizes without the leading batch dimension, all at least 1; empty for one number an item
 */
public record TensorSpec(String name, TensorType type, List<Integer> item) {
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
