package io.fleck.fitting.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Drops what no output needs. Nodes stand in topological order, so one pass from the end is enough. */
final class Pruning {
    private Pruning() {}

    static void prune(GraphProto.Builder graph) {
        Set<String> needed = new HashSet<>();
        graph.getOutputList().forEach(output -> needed.add(output.getName()));
        List<NodeProto> kept = new ArrayList<>();
        for (int i = graph.getNodeCount() - 1; i >= 0; i--) {
            NodeProto node = graph.getNode(i);
            if (node.getOutputList().stream().anyMatch(needed::contains)) {
                kept.add(node);
                need(node, needed);
            }
        }
        Collections.reverse(kept);
        List<TensorProto> constants = graph.getInitializerList().stream()
                .filter(constant -> needed.contains(constant.getName()))
                .toList();
        graph.clearNode().addAllNode(kept).clearInitializer().addAllInitializer(constants);
        dropDeclarations(graph, needed);
    }

    private static void dropDeclarations(GraphProto.Builder graph, Set<String> needed) {
        List<ValueInfoProto> declared = graph.getValueInfoList().stream()
                .filter(value -> needed.contains(value.getName()))
                .toList();
        graph.clearValueInfo().addAllValueInfo(declared);
    }

    /** A node needs its inputs and whatever the bodies of loops and branches take from outside. */
    private static void need(NodeProto node, Set<String> needed) {
        needed.addAll(node.getInputList());
        for (AttributeProto attribute : node.getAttributeList()) {
            if (attribute.hasG()) {
                attribute.getG().getNodeList().forEach(inner -> need(inner, needed));
                attribute.getG().getOutputList().forEach(output -> needed.add(output.getName()));
            }
        }
    }
}
