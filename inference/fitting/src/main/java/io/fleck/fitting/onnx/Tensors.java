package io.fleck.fitting.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Constants as ONNX stores them: little endian bytes. */
final class Tensors {
    private Tensors() {}

    static TensorProto floats(String name, float[] values, long[] shape) {
        requireElements(name, values.length, shape);
        ByteBuffer bytes = buffer(values.length, Float.BYTES);
        bytes.asFloatBuffer().put(values);
        return tensor(name, TensorProto.DataType.FLOAT, shape, bytes);
    }

    static TensorProto halves(String name, float[] values, long[] shape) {
        requireElements(name, values.length, shape);
        ByteBuffer bytes = buffer(values.length, Short.BYTES);
        for (float value : values) {
            bytes.putShort(Float16.of(value));
        }
        return tensor(name, TensorProto.DataType.FLOAT16, shape, bytes.rewind());
    }

    static TensorProto longs(String name, long[] values) {
        ByteBuffer bytes = buffer(values.length, Long.BYTES);
        bytes.asLongBuffer().put(values);
        return tensor(name, TensorProto.DataType.INT64, new long[] {values.length}, bytes);
    }

    private static ByteBuffer buffer(int elements, int bytes) {
        return ByteBuffer.allocate(Math.multiplyExact(elements, bytes)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static TensorProto tensor(String name, TensorProto.DataType type, long[] shape, ByteBuffer bytes) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .setRawData(ByteString.copyFrom(bytes));
        Arrays.stream(shape).forEach(tensor::addDims);
        return tensor.build();
    }

    private static void requireElements(String name, int elements, long[] shape) {
        long expected = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        if (elements != expected) {
            throw new OnnxException("constant " + name + " of the shape " + Arrays.toString(shape) + " needs "
                    + expected + " values, got " + elements);
        }
    }
}
