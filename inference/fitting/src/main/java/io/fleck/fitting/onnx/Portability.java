package io.fleck.fitting.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rules that a graph keeps so that TensorRT takes it as ONNX Runtime does. TensorRT's own parser needs a GPU to say no;
 * these rules say it where there is none: uint8 only as an input that is cast at once, no double precision, Resize with
 * half-pixel coordinates, and only operators that our graphs are known to run with.
 */
final class Portability {
    private static final Set<String> OPERATORS = Set.of(
            "Add",
            "AveragePool",
            "BatchNormalization",
            "Cast",
            "Clip",
            "Concat",
            "Constant",
            "Conv",
            "Div",
            "Exp",
            "Flatten",
            "Gather",
            "Gemm",
            "GlobalAveragePool",
            "HardSigmoid",
            "HardSwish",
            "Identity",
            "LeakyRelu",
            "Log",
            "MatMul",
            "Max",
            "MaxPool",
            "Min",
            "Mul",
            "Pad",
            "ReduceMax",
            "ReduceMean",
            "ReduceSum",
            "Relu",
            "Reshape",
            "Resize",
            "Sigmoid",
            "Slice",
            "Softmax",
            "Sqrt",
            "Squeeze",
            "Sub",
            "Tanh",
            "TopK",
            "Transpose",
            "Unsqueeze");

    private final List<String> problems = new ArrayList<>();
    private final Set<String> bytes = new HashSet<>();

    private Portability() {}

    static List<String> problems(GraphProto.Builder graph) {
        Portability rules = new Portability();
        graph.getInputList().forEach(rules::checkInput);
        graph.getInitializerList().forEach(rules::checkConstant);
        graph.getNodeList().forEach(rules::checkNode);
        return List.copyOf(rules.problems);
    }

    private void checkInput(ValueInfoProto input) {
        int type = input.getType().getTensorType().getElemType();
        if (type == TensorProto.DataType.UINT8_VALUE) {
            bytes.add(input.getName());
        }
        refuseDouble("input", input.getName(), type);
    }

    private void checkConstant(TensorProto constant) {
        refuseDouble("constant", constant.getName(), constant.getDataType());
        if (constant.getDataType() == TensorProto.DataType.UINT8_VALUE) {
            problems.add("constant '" + constant.getName() + "' is uint8");
        }
    }

    private void refuseDouble(String role, String name, int type) {
        if (type == TensorProto.DataType.DOUBLE_VALUE) {
            problems.add(role + " '" + name + "' is of double precision");
        }
    }

    private void checkNode(NodeProto node) {
        String label = node.getOpType() + " '" + node.getName() + "'";
        if (!OPERATORS.contains(node.getOpType())) {
            problems.add(label + ": operator not known to run on TensorRT");
        }
        boolean cast = node.getOpType().equals("Cast");
        if (!cast && node.getInputList().stream().anyMatch(bytes::contains)) {
            problems.add(label + ": takes uint8 pixels that were not cast first");
        }
        if (cast) {
            checkCast(label, attribute(node, "to").getI());
        }
        if (node.getOpType().equals("Resize")) {
            checkResize(label, node);
        }
    }

    private void checkCast(String label, long type) {
        if (type == TensorProto.DataType.DOUBLE_VALUE || type == TensorProto.DataType.UINT8_VALUE) {
            problems.add(label + ": casts to " + TensorProto.DataType.forNumber((int) type));
        }
    }

    private void checkResize(String label, NodeProto node) {
        String coordinates =
                attribute(node, "coordinate_transformation_mode").getS().toStringUtf8();
        if (!coordinates.isEmpty() && !coordinates.equals("half_pixel")) {
            problems.add(label + ": coordinates '" + coordinates + "'; portable is half_pixel");
        }
    }

    private static AttributeProto attribute(NodeProto node, String name) {
        return node.getAttributeList().stream()
                .filter(attribute -> attribute.getName().equals(name))
                .findFirst()
                .orElse(AttributeProto.getDefaultInstance());
    }
}
