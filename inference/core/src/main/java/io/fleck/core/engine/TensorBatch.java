package io.fleck.core.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Direct buffers for the inputs and outputs of up to {@code capacity} items, made once and reused.
 *
 * <p>Item i of a tensor lies at byte {@code i * spec.itemBytes()}. Between {@link Engine#run} calls the batch belongs to
 * its caller, during one to the engine. Not safe for use by several threads, except that several threads may fill the
 * slots of different items.
 */
public final class TensorBatch {
    private final int capacity;
    private final Map<String, ByteBuffer> inputs;
    private final Map<String, ByteBuffer> outputs;
    private final ModelSpec spec;
    private int size;

    /**
     * Allocates the buffers.
     *
     * @param spec shapes
     * @param capacity most items, at least 1
     */
    public TensorBatch(ModelSpec spec, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("batch capacity " + capacity + " must be at least 1");
        }
        this.spec = spec;
        this.capacity = capacity;
        this.inputs = allocate(spec.inputs(), capacity);
        this.outputs = allocate(spec.outputs(), capacity);
    }

    private static Map<String, ByteBuffer> allocate(Iterable<TensorSpec> specs, int capacity) {
        Map<String, ByteBuffer> buffers = new LinkedHashMap<>();
        for (TensorSpec tensor : specs) {
            int bytes = Math.multiplyExact(capacity, tensor.itemBytes());
            buffers.put(tensor.name(), ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()));
        }
        return buffers;
    }

    /** Shapes of the tensors. */
    public ModelSpec spec() {
        return spec;
    }

    /** Most items. */
    public int capacity() {
        return capacity;
    }

    /** Items of the next run. */
    public int size() {
        return size;
    }

    /** Sets the items of the next run, from 1 to the capacity. */
    public void size(int items) {
        if (items < 1 || items > capacity) {
            throw new IllegalArgumentException("batch size " + items + "; allowed is 1 to " + capacity);
        }
        this.size = items;
    }

    /** The slot of one item of an input: a slice of its own position and limit, in native order. */
    public ByteBuffer inputSlot(String name, int item) {
        return slot(inputs, name, spec.input(name), item);
    }

    /** The slot of one item of an output: a slice of its own position and limit, in native order. */
    public ByteBuffer outputSlot(String name, int item) {
        return slot(outputs, name, spec.output(name), item);
    }

    /** All slots of an input up to {@link #size()}, for engines. */
    public ByteBuffer input(String name) {
        return whole(inputs, name, spec.input(name));
    }

    /** All slots of an output up to {@link #size()}, for engines. */
    public ByteBuffer output(String name) {
        return whole(outputs, name, spec.output(name));
    }

    private ByteBuffer whole(Map<String, ByteBuffer> buffers, String name, TensorSpec tensor) {
        return slice(buffers, name, 0, size * tensor.itemBytes());
    }

    private ByteBuffer slot(Map<String, ByteBuffer> buffers, String name, TensorSpec tensor, int item) {
        if (item < 0 || item >= capacity) {
            throw new IllegalArgumentException("slot " + item + "; allowed is 0 to " + (capacity - 1));
        }
        return slice(buffers, name, item * tensor.itemBytes(), tensor.itemBytes());
    }

    private static ByteBuffer slice(Map<String, ByteBuffer> buffers, String name, int from, int length) {
        ByteBuffer buffer = buffers.get(name);
        if (buffer == null) {
            throw new IllegalArgumentException("no tensor '" + name + "', only " + buffers.keySet());
        }
        return buffer.slice(from, length).order(ByteOrder.nativeOrder());
    }
}
