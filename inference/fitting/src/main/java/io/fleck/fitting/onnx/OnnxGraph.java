package io.fleck.fitting.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A graph under construction: read or begun empty, extended node by node, written as bytes.
 *
 * <p>Values are known by name. Where a name is given it is a wish: if it is taken a number is appended, and the name in
 * force is returned. Not safe for use by several threads.
 */
public final class OnnxGraph {
    /** Operator set of graphs that begin empty. */
    public static final int OPSET = 17;

    private static final int OLDEST_OPSET = 13;
    /** ReduceMax and its like take their axes as an input from here on. */
    private static final int AXES_AS_INPUT = 18;

    private static final int IR_VERSION = 8;

    private final ModelProto.Builder model;
    private final Set<String> names = new HashSet<>();

    private OnnxGraph(ModelProto.Builder model) {
        this.model = model;
        graph().getInputList().forEach(input -> names.add(input.getName()));
        graph().getInitializerList().forEach(constant -> names.add(constant.getName()));
        graph().getNodeList().forEach(node -> names.addAll(node.getOutputList()));
    }

    /** An empty graph. */
    public static OnnxGraph empty(String name) {
        ModelProto.Builder model =
                ModelProto.newBuilder().setIrVersion(IR_VERSION).setProducerName("fleck");
        model.addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET));
        model.getGraphBuilder().setName(name);
        return new OnnxGraph(model);
    }

    /**
     * Reads a graph to build on.
     *
     * @param origin where the bytes come from, for messages
     * @throws OnnxException when the bytes are no ONNX graph, or of an operator set below 13
     */
    public static OnnxGraph read(String origin, byte[] bytes) {
        try {
            OnnxGraph graph = new OnnxGraph(ModelProto.parseFrom(bytes).toBuilder());
            if (graph.graph().getNodeCount() == 0) {
                throw new OnnxException(origin + ": not an ONNX graph: it has no nodes");
            }
            if (graph.opset() < OLDEST_OPSET) {
                throw new OnnxException(origin + ": operator set " + graph.opset() + "; at least " + OLDEST_OPSET);
            }
            return graph;
        } catch (InvalidProtocolBufferException e) {
            throw new OnnxException(origin + ": not an ONNX graph: " + e.getMessage(), e);
        }
    }

    private GraphProto.Builder graph() {
        return model.getGraphBuilder();
    }

    /** Version of the standard operator set. */
    int opset() {
        return model.getOpsetImportList().stream()
                .filter(set -> set.getDomain().isEmpty() || set.getDomain().equals("ai.onnx"))
                .mapToInt(set -> (int) set.getVersion())
                .findFirst()
                .orElse(0);
    }

    /** Names of the outputs. */
    public List<String> outputs() {
        return graph().getOutputList().stream().map(ValueInfoProto::getName).toList();
    }

    /** Names of the inputs that are no constants. */
    public List<String> inputs() {
        Set<String> constants = new HashSet<>();
        graph().getInitializerList().forEach(constant -> constants.add(constant.getName()));
        return graph().getInputList().stream()
                .map(ValueInfoProto::getName)
                .filter(name -> !constants.contains(name))
                .toList();
    }

    /** Whether a node, an input or a constant gives a value of that name. */
    public boolean hasValue(String name) {
        return names.contains(name);
    }

    /**
     * Adds an input whose first dimension is the batch.
     *
     * @param item sizes behind the batch
     */
    public String input(String name, ElementType type, long... item) {
        String taken = take(name);
        graph().addInput(Values.batched(taken, type, item));
        return taken;
    }

    /**
     * Adds an input whose first dimension varies on its own, beside the batch.
     *
     * @param rows name of the first dimension; engines take one that begins with "sites" for no batch
     * @param item sizes behind it
     */
    public String inputOf(String rows, String name, ElementType type, long... item) {
        String taken = take(name);
        graph().addInput(Values.of(taken, type, rows, item));
        return taken;
    }

    /** Adds a float32 constant. */
    public String floats(String name, float[] values, long... shape) {
        String taken = take(name);
        graph().addInitializer(Tensors.floats(taken, values, shape));
        return taken;
    }

    /**
     * Adds a constant stored as float16 and cast to float32: half the bytes, three significant digits. Runtimes cast
     * once, when they load the graph.
     *
     * @throws OnnxException when a value does not fit into float16
     */
    public String halves(String name, float[] values, long... shape) {
        String stored = take(name + ".half");
        graph().addInitializer(Tensors.halves(stored, values, shape));
        return add("Cast", name, List.of(stored), Attribute.of("to", ElementType.FLOAT32.number()));
    }

    /** Adds an int64 constant of rank 1: axes and shapes. */
    public String longs(String name, long... values) {
        String taken = take(name);
        graph().addInitializer(Tensors.longs(taken, values));
        return taken;
    }

    /**
     * Adds a node with one output.
     *
     * @param operator name in the standard operator set
     * @param name wished name of the node and its output
     * @param inputs names of values; an empty name leaves an optional input out
     * @return the name of its output
     * @throws OnnxException when an input does not exist
     */
    public String add(String operator, String name, List<String> inputs, Attribute... attributes) {
        for (String input : inputs) {
            if (!input.isEmpty() && !names.contains(input)) {
                throw new OnnxException(operator + " " + name + ": no value '" + input + "' in the graph");
            }
        }
        String taken = take(name);
        NodeProto.Builder node =
                NodeProto.newBuilder().setOpType(operator).setName(taken).addAllInput(inputs);
        Arrays.stream(attributes).map(Attribute::proto).forEach(node::addAttribute);
        graph().addNode(node.addOutput(taken));
        return taken;
    }

    /** Casts a value to another element type. */
    public String cast(String name, String value, ElementType type) {
        return add("Cast", name, List.of(value), Attribute.of("to", type.number()));
    }

    /** Adds ReduceSum, ReduceMax or their like over one axis, which is dropped. */
    public String reduce(String operator, String name, String value, int axis) {
        Attribute drop = Attribute.of("keepdims", 0);
        if (operator.equals("ReduceSum") || opset() >= AXES_AS_INPUT) {
            return add(operator, name, List.of(value, longs(name + ".axis", axis)), drop);
        }
        return add(operator, name, List.of(value), Attribute.of("axes", new long[] {axis}), drop);
    }

    /**
     * Makes these values the outputs, in this order, and drops every node and constant that none of them needs. A value
     * that was an output before keeps its declared shape; of any other an engine finds it out.
     *
     * @throws OnnxException when a value does not exist
     */
    public void outputs(List<String> values) {
        List<ValueInfoProto> before = List.copyOf(graph().getOutputList());
        graph().clearOutput();
        for (String value : values) {
            if (!names.contains(value)) {
                throw new OnnxException("no value '" + value + "' in the graph, its outputs are "
                        + before.stream().map(ValueInfoProto::getName).toList());
            }
            graph().addOutput(before.stream()
                    .filter(output -> output.getName().equals(value))
                    .findFirst()
                    .orElseGet(() -> Values.unshaped(value)));
        }
        Pruning.prune(graph());
    }

    /**
     * Gives a value a name of its own as a float32 output whose first dimension is the batch, beside the outputs there
     * are.
     *
     * @param name exact name of the output
     * @param item sizes behind the batch
     * @throws OnnxException when the name is taken
     */
    public void output(String name, String value, long... item) {
        if (names.contains(name)) {
            throw new OnnxException("output '" + name + "': the graph has a value of that name already");
        }
        add("Identity", name, List.of(value));
        graph().addOutput(Values.batched(name, ElementType.FLOAT32, item));
    }

    private String take(String wish) {
        String name = wish;
        for (int number = 2; !names.add(name); number++) {
            name = wish + "." + number;
        }
        return name;
    }

    /** What stands in the way of running the graph on TensorRT, one line each; empty when nothing is known to. */
    public List<String> portabilityProblems() {
        return Portability.problems(graph());
    }

    /** The graph as an ONNX file. */
    public byte[] toBytes() {
        return model.build().toByteArray();
    }
}
