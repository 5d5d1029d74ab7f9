package io.fleck.load.engine;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import io.fleck.core.engine.ModelSpec;
import io.fleck.core.engine.TensorSpec;
import io.fleck.core.engine.TensorType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads from a graph's file what it declares to take and give, without an engine that could find out the rest. */
final class DeclaredShapes {
    private static final Map<Integer, TensorType> TYPES = Map.of(
            TensorProto.DataType.UINT8_VALUE, TensorType.UINT8,
            TensorProto.DataType.FLOAT_VALUE, TensorType.FLOAT32,
            TensorProto.DataType.INT32_VALUE, TensorType.INT32);

    private DeclaredShapes() {}

    /**
     * Shapes of a graph.
     *
     * @param file bytes of an ONNX file
     * @throws IllegalArgumentException when it is none, or when a tensor has another type than {@link TensorType} knows,
     *     a fixed batch, or a size behind the batch that the file does not tell
     */
    static ModelSpec of(byte[] file) {
        GraphProto graph = parse(file).getGraph();
        Set<String> constants =
                graph.getInitializerList().stream().map(TensorProto::getName).collect(Collectors.toSet());
        List<TensorSpec> inputs = graph.getInputList().stream()
                .filter(input -> !constants.contains(input.getName()))
                .map(input -> spec("input", input))
                .toList();
        List<TensorSpec> outputs = graph.getOutputList().stream()
                .map(output -> spec("output", output))
                .toList();
        return new ModelSpec(inputs, outputs);
    }

    private static ModelProto parse(byte[] file) {
        try {
            return ModelProto.parseFrom(file);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("not an ONNX graph: " + e.getMessage(), e);
        }
    }

    private static TensorSpec spec(String role, ValueInfoProto value) {
        String label = role + " '" + value.getName() + "'";
        TypeProto.Tensor tensor = value.getType().getTensorType();
        TensorType type = TYPES.get(tensor.getElemType());
        if (type == null) {
            throw new IllegalArgumentException(
                    label + " has the ONNX type " + tensor.getElemType() + "; allowed are " + TYPES);
        }
        return new TensorSpec(value.getName(), type, item(label, tensor.getShape()));
    }

    private static List<Integer> item(String label, TensorShapeProto shape) {
        List<Long> sizes = shape.getDimList().stream()
                .map(TensorShapeProto.Dimension::getDimValue)
                .toList();
        boolean known = sizes.stream().skip(1).allMatch(size -> size > 0);
        if (sizes.isEmpty() || sizes.get(0) != 0 || !known) {
            throw new IllegalArgumentException(label + " has the shape " + sizes
                    + " (0 is unknown); the first dimension must be a variable batch and every other fixed");
        }
        return sizes.stream().skip(1).map(Math::toIntExact).toList();
    }
}
