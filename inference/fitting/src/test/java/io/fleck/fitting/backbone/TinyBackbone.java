package io.fleck.fitting.backbone;

import io.fleck.fitting.onnx.Attribute;
import io.fleck.fitting.onnx.ElementType;
import io.fleck.fitting.onnx.OnnxGraph;
import java.util.List;

/** A backbone without weights: "fine" is the frame itself, [3, 8, 12], "coarse" its 2 x 2 means, [3, 4, 6]. */
public final class TinyBackbone {
    static final int ROWS = 8;
    static final int COLUMNS = 12;

    private TinyBackbone() {}

    /** The ONNX file; its output is "coarse". */
    public static byte[] bytes() {
        OnnxGraph graph = OnnxGraph.empty("tiny");
        String frames = graph.input("frames", ElementType.UINT8, ROWS, COLUMNS, 3);
        String floats = graph.cast("floats", frames, ElementType.FLOAT32);
        String fine = graph.add("Transpose", "fine", List.of(floats), Attribute.of("perm", new long[] {0, 3, 1, 2}));
        String means = graph.add(
                "AveragePool",
                "means",
                List.of(fine),
                Attribute.of("kernel_shape", new long[] {2, 2}),
                Attribute.of("strides", new long[] {2, 2}));
        graph.output("coarse", means, 3, ROWS / 2, COLUMNS / 2);
        return graph.toBytes();
    }
}
