package io.fleck.fitting.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.fleck.core.engine.TensorType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnnxGraphTest {
    /** y = 2 x and z = 2 x + 3 over [B, 2]. */
    private static OnnxGraph affine() {
        OnnxGraph graph = OnnxGraph.empty("affine");
        String x = graph.input("x", ElementType.FLOAT32, 2);
        String doubled = graph.add("Mul", "doubled", List.of(x, graph.floats("two", new float[] {2}, 1)));
        String shifted = graph.add("Add", "shifted", List.of(doubled, graph.floats("three", new float[] {3}, 1)));
        graph.output("y", doubled, 2);
        graph.output("z", shifted, 2);
        return graph;
    }

    private static List<String> operators(OnnxGraph graph) throws Exception {
        return ModelProto.parseFrom(graph.toBytes()).getGraph().getNodeList().stream()
                .map(node -> node.getOpType())
                .toList();
    }

    @Test
    void shouldWriteAGraphThatAnEngineRuns() {
        try (GraphRun run = new GraphRun(affine().toBytes(), 2)) {
            run.fill(1, 2, 3, 4).run();

            assertThat(run.output("y")).containsExactly(2, 4, 6, 8);
            assertThat(run.output("z")).containsExactly(5, 7, 9, 11);
        }
    }

    @Test
    void shouldBuildOnAGraphThatWasRead() {
        OnnxGraph graph = OnnxGraph.read("affine", affine().toBytes());
        String sum = graph.reduce("ReduceSum", "sum", "z", 1);
        String top = graph.reduce("ReduceMax", "top", "z", 1);
        graph.output("both", graph.add("Add", "added", List.of(sum, top)));

        assertThat(graph.inputs()).containsExactly("x");
        assertThat(graph.outputs()).containsExactly("y", "z", "both");
        try (GraphRun run = new GraphRun(graph.toBytes(), 2)) {
            assertThat(run.fill(1, 2, 3, 4).run().output("both")).containsExactly(12 + 7, 20 + 11);
            assertThat(run.engine().spec().output("both").item()).isEmpty();
        }
    }

    @Test
    void shouldDropWhatNoOutputNeeds() throws Exception {
        OnnxGraph graph = OnnxGraph.read("affine", affine().toBytes());
        graph.outputs(List.of("doubled"));

        assertThat(operators(graph)).containsExactly("Mul");
        assertThat(ModelProto.parseFrom(graph.toBytes()).getGraph().getInitializerList())
                .as("constants")
                .hasSize(1);
        try (GraphRun run = new GraphRun(graph.toBytes(), 1)) {
            assertThat(run.engine().spec().output("doubled").item())
                    .as("shape that the engine found out")
                    .containsExactly(2);
            assertThat(run.fill(5, 6).run().output("doubled")).containsExactly(10, 12);
        }
    }

    @Test
    void shouldKeepTheShapeOfAnOutputThatStaysOne() throws Exception {
        OnnxGraph graph = affine();
        graph.outputs(List.of("z"));

        assertThat(ModelProto.parseFrom(graph.toBytes())
                        .getGraph()
                        .getOutput(0)
                        .getType()
                        .getTensorType()
                        .getShape()
                        .getDimCount())
                .isEqualTo(2);
        assertThat(operators(graph)).containsExactly("Mul", "Add", "Identity");
    }

    @Test
    void shouldNumberNamesThatAreTaken() {
        OnnxGraph graph = affine();

        assertThat(graph.floats("two", new float[1], 1)).isEqualTo("two.2");
        assertThat(graph.floats("two", new float[1], 1)).isEqualTo("two.3");
        assertThat(graph.hasValue("two.3")).isTrue();
        assertThatThrownBy(() -> graph.output("x", "doubled", 2)).hasMessageContaining("output 'x'");
    }

    @Test
    void shouldRefuseValuesThatDoNotExist() {
        OnnxGraph graph = affine();

        assertThatThrownBy(() -> graph.add("Relu", "r", List.of("nothing")))
                .isInstanceOf(OnnxException.class)
                .hasMessage("Relu r: no value 'nothing' in the graph");
        assertThatThrownBy(() -> graph.outputs(List.of("tap9")))
                .hasMessage("no value 'tap9' in the graph, its outputs are [y, z]");
        assertThatThrownBy(() -> graph.floats("c", new float[3], 2, 2))
                .hasMessage("constant c of the shape [2, 2] needs 4 values, got 3");
    }

    @Test
    void shouldRefuseBytesThatAreNoGraph() {
        assertThatThrownBy(() -> OnnxGraph.read("notes.txt", "not a graph".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(OnnxException.class)
                .hasMessageStartingWith("notes.txt: not an ONNX graph");
        assertThatThrownBy(() -> OnnxGraph.read("empty", new byte[0])).hasMessageContaining("no nodes");
        byte[] old = oldOpset();
        assertThatThrownBy(() -> OnnxGraph.read("old.onnx", old)).hasMessage("old.onnx: operator set 11; at least 13");
    }

    private static byte[] oldOpset() {
        try {
            ModelProto.Builder model = ModelProto.parseFrom(affine().toBytes()).toBuilder();
            model.getOpsetImportBuilder(0).setVersion(11);
            return model.build().toByteArray();
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shouldReduceInOperatorSet18AsWell() throws Exception {
        ModelProto.Builder model = ModelProto.parseFrom(affine().toBytes()).toBuilder();
        model.getOpsetImportBuilder(0).setVersion(18);
        OnnxGraph graph = OnnxGraph.read("new", model.build().toByteArray());
        graph.output("top", graph.reduce("ReduceMax", "max", "y", 1));

        try (GraphRun run = new GraphRun(graph.toBytes(), 1)) {
            assertThat(run.fill(1, 4).run().output("top")).containsExactly(8);
        }
    }

    @Test
    void shouldStoreConstantsInHalfTheBytes() {
        OnnxGraph graph = OnnxGraph.empty("halves");
        String x = graph.input("x", ElementType.FLOAT32, 3);
        String weights = graph.halves("weights", new float[] {0.1f, -2, 1000}, 3);
        graph.output("y", graph.add("Mul", "product", List.of(x, weights)), 3);

        try (GraphRun run = new GraphRun(graph.toBytes(), 1)) {
            assertThat(run.fill(1, 1, 1).run().output("y")).containsExactly(0.099975586f, -2, 1000);
        }
    }

    @Test
    void shouldTakePixelsAsBytes() {
        OnnxGraph graph = OnnxGraph.empty("pixels");
        String frames = graph.input("frames", ElementType.UINT8, 2, 1, 3);
        graph.output("y", graph.cast("floats", frames, ElementType.FLOAT32), 2, 1, 3);

        try (GraphRun run = new GraphRun(graph.toBytes(), 1)) {
            assertThat(run.engine().spec().input("frames").type()).isEqualTo(TensorType.UINT8);
            run.fill(bytes -> bytes.put(new byte[] {0, 1, 127, (byte) 128, (byte) 200, (byte) 255}))
                    .run();
            assertThat(run.output("y")).containsExactly(0, 1, 127, 128, 200, 255);
        }
        assertThat(graph.portabilityProblems()).isEmpty();
    }

    @Test
    void shouldNameWhatTensorRtWouldRefuse() throws Exception {
        OnnxGraph graph = OnnxGraph.empty("bad");
        String frames = graph.input("frames", ElementType.UINT8, 2, 2, 3);
        String turned =
                graph.add("Transpose", "turned", List.of(frames), Attribute.of("perm", new long[] {0, 3, 1, 2}));
        String floats = graph.add("Cast", "floats", List.of(turned), Attribute.of("to", 11));
        String scales = graph.floats("scales", new float[] {1, 1, 2, 2}, 4);
        graph.add(
                "Resize",
                "large",
                List.of(floats, "", scales),
                Attribute.of("coordinate_transformation_mode", "asymmetric"));
        graph.add("NonZero", "found", List.of(floats));

        assertThat(graph.portabilityProblems())
                .containsExactly(
                        "Transpose 'turned': takes uint8 pixels that were not cast first",
                        "Cast 'floats': casts to DOUBLE",
                        "Resize 'large': coordinates 'asymmetric'; portable is half_pixel",
                        "NonZero 'found': operator not known to run on TensorRT");
    }
}
