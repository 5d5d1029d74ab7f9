package io.fleck.core.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Direct buffers for the inputs and outputs of up to {@code capacity} items, made once and reused.
 *
 * <p>Item i of a tensor lies at byte {@code i * spec.itemBytes()}. Tensors whose leading dimension is not the batch have
 * as many rows as {@link #rows(String, int)} says and no slots. Between {@link Engine#run} calls the batch belongs to
 * its caller, during one to the engine. Not safe for use by several threads, except that several threads may fill the
 * slots of different items.
 */
public final class TensorBatch {
    private final int capacity;
    private final Map<String, ByteBuffer> inputs;
    private final Map<String, ByteBuffer> outputs;
    private final Map<String, Integer> rows = new LinkedHashMap<>();
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

    private Map<String, ByteBuffer> allocate(Iterable<TensorSpec> specs, int capacity) {
        Map<String, ByteBuffer> buffers = new LinkedHashMap<>();
        for (TensorSpec tensor : specs) {
            boolean batched = tensor.rows().equals(TensorSpec.BATCH);
            buffers.put(tensor.name(), allocate(tensor, batched ? capacity : 1));
            if (!batched) {
                rows.put(tensor.rows(), 1);
            }
        }
        return buffers;
    }

    private static ByteBuffer allocate(TensorSpec tensor, int rows) {
        int bytes = Math.multiplyExact(rows, tensor.itemBytes());
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
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

    /** Rows of a tensor in the next run. */
    public int rows(TensorSpec tensor) {
        return rows.getOrDefault(tensor.rows(), size);
    }

    /**
     * Sets the rows of the next run for all tensors of a leading dimension that is not the batch; buffers grow where they
     * must, and what they held is then lost.
     *
     * @param dimension as {@link TensorSpec#rows} names it
     * @param count at least 1
     */
    public void rows(String dimension, int count) {
        if (count < 1 || !rows.containsKey(dimension)) {
            throw new IllegalArgumentException("rows of " + dimension + " " + count
                    + "; at least 1, and dimensions besides the batch are " + rows.keySet());
        }
        rows.put(dimension, count);
        grow(inputs, spec.inputs(), dimension);
        grow(outputs, spec.outputs(), dimension);
    }

    private void grow(Map<String, ByteBuffer> buffers, Iterable<TensorSpec> specs, String dimension) {
        for (TensorSpec tensor : specs) {
            int needed = Math.multiplyExact(rows(tensor), tensor.itemBytes());
            if (tensor.rows().equals(dimension)
                    && buffer(buffers, tensor.name()).capacity() < needed) {
                // By a half more than needed: sizes that creep up do not allocate every time.
                buffers.put(tensor.name(), allocate(tensor, Math.addExact(rows(tensor), rows(tensor) / 2)));
            }
        }
    }

    /** The slot of one item of an input: a slice of its own position and limit, in native order. */
    public ByteBuffer inputSlot(String name, int item) {
        return slot(inputs, name, spec.input(name), item);
    }

    /** The slot of one item of an output: a slice of its own position and limit, in native order. */
    public ByteBuffer outputSlot(String name, int item) {
        return slot(outputs, name, spec.output(name), item);
    }

    /** All rows of an input up to {@link #size()}, or to {@link #rows(TensorSpec)}. */
    public ByteBuffer input(String name) {
        return whole(inputs, name, spec.input(name));
    }

    /** All rows of an output up to {@link #size()}, or to {@link #rows(TensorSpec)}. */
    public ByteBuffer output(String name) {
        return whole(outputs, name, spec.output(name));
    }

    private ByteBuffer whole(Map<String, ByteBuffer> buffers, String name, TensorSpec tensor) {
        return slice(buffers, name, 0, Math.multiplyExact(rows(tensor), tensor.itemBytes()));
    }

    private ByteBuffer slot(Map<String, ByteBuffer> buffers, String name, TensorSpec tensor, int item) {
        if (item < 0 || item >= capacity) {
            throw new IllegalArgumentException("slot " + item + "; allowed is 0 to " + (capacity - 1));
        }
        if (rows.containsKey(tensor.rows())) {
            throw new IllegalArgumentException("tensor " + name + " has rows of " + tensor.rows() + " and no slots");
        }
        return slice(buffers, name, item * tensor.itemBytes(), tensor.itemBytes());
    }

    private static ByteBuffer slice(Map<String, ByteBuffer> buffers, String name, int from, int length) {
        return buffer(buffers, name).slice(from, length).order(ByteOrder.nativeOrder());
    }

    private static ByteBuffer buffer(Map<String, ByteBuffer> buffers, String name) {
        ByteBuffer buffer = buffers.get(name);
        if (buffer == null) {
            throw new IllegalArgumentException("no tensor '" + name + "', only " + buffers.keySet());
        }
        return buffer;
    }
}
