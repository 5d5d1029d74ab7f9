package io.fleck.onnxruntime;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Draws the small graphs of the engine contract, which lie committed in the core module, where no ONNX library is.
 *
 * <p>{@link #main} writes them; {@link ContractGraphsTest} fails when the committed files are others.
 */
final class ContractGraphs {
    private static final int FLOAT = TensorProto.DataType.FLOAT.getNumber();
    private static final int DOUBLE = TensorProto.DataType.DOUBLE.getNumber();
    private static final int UINT8 = TensorProto.DataType.UINT8.getNumber();
    private static final int INT32 = TensorProto.DataType.INT32.getNumber();

    private ContractGraphs() {}

    /** Writes every graph into the directory given as the one argument. */
    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<String, byte[]> graph : all().entrySet()) {
            Files.write(Path.of(arguments[0]).resolve(graph.getKey()), graph.getValue());
        }
    }

    /** File name to bytes. */
    static Map<String, byte[]> all() {
        Map<String, byte[]> graphs = new TreeMap<>();
        graphs.put("grey.onnx", grey("B", 2));
        graphs.put("fixed-batch.onnx", grey(1, 2));
        graphs.put("open-size.onnx", grey("B", "H"));
        graphs.put("mixed.onnx", mixed());
        graphs.put("convolution.onnx", convolution());
        graphs.put("double.onnx", doubles());
        graphs.put("unknown-operator.onnx", unknownOperator());
        return graphs;
    }

    /** Mean over the channels of a uint8 picture [batch, rows, 3, 3] as map, its maximum as score. */
    private static byte[] grey(Object batch, Object rows) {
        return model(GraphProto.newBuilder()
                .setName("grey")
                .addInput(value("frames", UINT8, batch, rows, 3, 3))
                .addNode(node("Cast", "frames", "real").addAttribute(integer("to", FLOAT)))
                .addNode(node("ReduceMean", "real", "map")
                        .addAttribute(integers("axes", 3))
                        .addAttribute(integer("keepdims", 0)))
                .addNode(node("ReduceMax", "map", "score")
                        .addAttribute(integers("axes", 1, 2))
                        .addAttribute(integer("keepdims", 0)))
                .addOutput(value("score", FLOAT, batch))
                .addOutput(value("map", FLOAT, batch, rows, 3)));
    }

    /** Elements of a float table [B, 4] picked by an int32 index [B, 3], and the index plus one as int32. */
    private static byte[] mixed() {
        return model(GraphProto.newBuilder()
                .setName("mixed")
                .addInput(value("table", FLOAT, "B", 4))
                .addInput(value("index", INT32, "B", 3))
                .addInitializer(TensorProto.newBuilder()
                        .setName("one")
                        .setDataType(INT32)
                        .addInt32Data(1))
                .addNode(node("GatherElements", List.of("table", "index"), "picked")
                        .addAttribute(integer("axis", 1)))
                .addNode(node("Add", List.of("index", "one"), "next"))
                .addOutput(value("picked", FLOAT, "B", 3))
                .addOutput(value("next", INT32, "B", 3)));
    }

    /** A strided convolution of seeded weights over a uint8 picture [B, 16, 16, 3]; its mean as score. */
    private static byte[] convolution() {
        return model(GraphProto.newBuilder()
                .setName("convolution")
                .addInput(value("frames", UINT8, "B", 16, 16, 3))
                .addInitializer(weights("kernel", 8, 3, 3, 3))
                .addNode(node("Cast", "frames", "real").addAttribute(integer("to", FLOAT)))
                .addNode(node("Transpose", "real", "planes").addAttribute(integers("perm", 0, 3, 1, 2)))
                .addNode(node("Conv", List.of("planes", "kernel"), "convolved")
                        .addAttribute(integers("strides", 2, 2))
                        .addAttribute(integers("pads", 1, 1, 1, 1)))
                .addNode(node("Relu", "convolved", "features"))
                .addNode(node("ReduceMean", "features", "score")
                        .addAttribute(integers("axes", 1, 2, 3))
                        .addAttribute(integer("keepdims", 0)))
                .addOutput(value("score", FLOAT, "B"))
                .addOutput(value("features", FLOAT, "B", 8, 8, 8)));
    }

    private static byte[] doubles() {
        return model(GraphProto.newBuilder()
                .setName("doubles")
                .addInput(value("table", FLOAT, "B", 4))
                .addNode(node("Cast", "table", "wide").addAttribute(integer("to", DOUBLE)))
                .addOutput(value("wide", DOUBLE, "B", 4)));
    }

    private static byte[] unknownOperator() {
        return model(GraphProto.newBuilder()
                .setName("unknown-operator")
                .addInput(value("table", FLOAT, "B", 4))
                .addNode(node("NoSuchOperator", "table", "score"))
                .addOutput(value("score", FLOAT, "B", 4)));
    }

    /** Picks by index minus five, which zeros put outside the table. */
    static byte[] failingOnZeros() {
        return model(GraphProto.newBuilder()
                .setName("failing-on-zeros")
                .addInput(value("table", FLOAT, "B", 4))
                .addInput(value("index", INT32, "B", 3))
                .addInitializer(TensorProto.newBuilder()
                        .setName("five")
                        .setDataType(INT32)
                        .addInt32Data(5))
                .addNode(node("Sub", List.of("index", "five"), "shifted"))
                .addNode(node("GatherElements", List.of("table", "shifted"), "picked")
                        .addAttribute(integer("axis", 1)))
                .addOutput(value("picked", FLOAT, "B", 3)));
    }

    private static byte[] model(GraphProto.Builder graph) {
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .setProducerName("fleck")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static ValueInfoProto value(String name, int type, Object... sizes) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (Object size : sizes) {
            TensorShapeProto.Dimension.Builder dimension = shape.addDimBuilder();
            if (size instanceof Integer fixed) {
                dimension.setDimValue(fixed);
            } else {
                dimension.setDimParam(size.toString());
            }
        }
        TypeProto.Tensor tensor =
                TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape).build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    private static NodeProto.Builder node(String operator, String input, String output) {
        return node(operator, List.of(input), output);
    }

    private static NodeProto.Builder node(String operator, List<String> inputs, String output) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .setName(output)
                .addAllInput(inputs)
                .addOutput(output);
    }

    private static AttributeProto integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    private static AttributeProto integers(String name, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long value : values) {
            attribute.addInts(value);
        }
        return attribute.build();
    }

    private static TensorProto weights(String name, int... sizes) {
        Random random = new Random(1);
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(FLOAT);
        int elements = 1;
        for (int size : sizes) {
            tensor.addDims(size);
            elements *= size;
        }
        for (int i = 0; i < elements; i++) {
            tensor.addFloatData((float) random.nextGaussian());
        }
        return tensor.build();
    }
}
