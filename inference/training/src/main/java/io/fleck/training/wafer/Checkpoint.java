package io.fleck.training.wafer;

import io.fleck.fitting.data.DataException;
import io.fleck.fitting.wafer.Weights;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A training on its way.
 *
 * @param done steps done
 * @param parameters weights as they are
 * @param average weights averaged over the steps
 * @param optimiser its moments
 */
record Checkpoint(int done, Weights parameters, Weights average, Weights optimiser) {
    private static final int MAGIC = 0x464C4B31;

    /**
     * Writes a file by a rename, so that there is never half of one.
     *
     * @param fingerprint of the data and the settings: a training can only go on with the same
     */
    void write(Path file, String fingerprint) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh)))) {
            out.writeInt(MAGIC);
            out.writeUTF(fingerprint);
            out.writeInt(done);
            write(out, parameters);
            write(out, average);
            write(out, optimiser);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(DataOutputStream out, Weights weights) throws IOException {
        out.writeInt(weights.names().size());
        for (String name : weights.names()) {
            Weights.Tensor tensor = weights.get(name);
            out.writeUTF(name);
            out.writeInt(tensor.shape().length);
            for (long size : tensor.shape()) {
                out.writeLong(size);
            }
            for (float value : tensor.values()) {
                out.writeFloat(value);
            }
        }
    }

    /**
     * Reads a file.
     *
     * @throws DataException when it is none, or of other data or settings
     */
    static Checkpoint read(Path file, String fingerprint) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != MAGIC) {
                throw new DataException(file + ": not a checkpoint of a training");
            }
            if (!in.readUTF().equals(fingerprint)) {
                throw new DataException(file + ": is of other wafers or settings; delete it to begin anew");
            }
            return new Checkpoint(in.readInt(), weights(in), weights(in), weights(in));
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read: " + e, e);
        }
    }

    private static Weights weights(DataInputStream in) throws IOException {
        Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            long[] shape = new long[in.readInt()];
            int size = 1;
            for (int dimension = 0; dimension < shape.length; dimension++) {
                shape[dimension] = in.readLong();
                size = Math.multiplyExact(size, Math.toIntExact(shape[dimension]));
            }
            float[] values = new float[size];
            for (int value = 0; value < size; value++) {
                values[value] = in.readFloat();
            }
            tensors.put(name, new Weights.Tensor(values, shape));
        }
        return new Weights(tensors);
    }
}
