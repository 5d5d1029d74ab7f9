package io.fleck.fitting.onnx;

import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.Arrays;

/** Declarations of inputs and outputs. */
final class Values {
    private static final String BATCH = "B";

    private Values() {}

    /** A tensor whose first dimension is the batch. */
    static ValueInfoProto batched(String name, ElementType type, long[] item) {
        return of(name, type, BATCH, item);
    }

    /** A tensor whose first dimension varies under a name of its own. */
    static ValueInfoProto of(String name, ElementType type, String rows, long[] item) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        shape.addDimBuilder().setDimParam(rows);
        Arrays.stream(item).forEach(size -> shape.addDimBuilder().setDimValue(size));
        return declared(
                name, TypeProto.Tensor.newBuilder().setElemType(type.number()).setShape(shape));
    }

    /** A float32 tensor whose shape engines find out. */
    static ValueInfoProto unshaped(String name) {
        return declared(name, TypeProto.Tensor.newBuilder().setElemType(ElementType.FLOAT32.number()));
    }

    private static ValueInfoProto declared(String name, TypeProto.Tensor.Builder tensor) {
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
