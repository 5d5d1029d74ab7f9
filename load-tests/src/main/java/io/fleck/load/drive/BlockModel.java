package io.fleck.load.drive;

import io.fleck.core.model.ModelManifest;
import io.fleck.core.model.ModelPackage;
import io.fleck.fitting.onnx.Attribute;
import io.fleck.fitting.onnx.ElementType;
import io.fleck.fitting.onnx.OnnxGraph;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A real ONNX model that costs next to nothing: its map is the mean brightness of each block of 8 x 8 pixels, its score
 * the brightest of them, from 0 to 255.
 */
public final class BlockModel {
    /** Width and height of its input in pixels. */
    public static final int SIDE = 64;

    /** A score strictly above is an anomaly. */
    public static final double THRESHOLD = 180;

    private static final int BLOCK = 8;

    private BlockModel() {}

    /** Writes it as a model directory. */
    public static ModelPackage write(Path directory) {
        byte[] graph = graph();
        List<Double> scores =
                IntStream.rangeClosed(1, 199).mapToObj(score -> (double) score).toList();
        return ModelPackage.write(
                directory,
                new ModelManifest(
                        ModelManifest.FORMAT,
                        "blocks",
                        "1",
                        ModelManifest.FRAMES,
                        "blocks",
                        new ModelManifest.Input("frames", SIDE, SIDE),
                        new ModelManifest.Outputs("score", "map"),
                        new ModelManifest.Calibration("split", 0.1, THRESHOLD, scores),
                        null,
                        Map.of(),
                        Map.of(),
                        sha256(graph)),
                graph);
    }

    private static byte[] graph() {
        OnnxGraph graph = OnnxGraph.empty("blocks");
        String frames = graph.input("frames", ElementType.UINT8, SIDE, SIDE, 3);
        String floats = graph.cast("floats", frames, ElementType.FLOAT32);
        String planes =
                graph.add("Transpose", "planes", List.of(floats), Attribute.of("perm", new long[] {0, 3, 1, 2}));
        String blocks = graph.add(
                "AveragePool",
                "blocks",
                List.of(planes),
                Attribute.of("kernel_shape", new long[] {BLOCK, BLOCK}),
                Attribute.of("strides", new long[] {BLOCK, BLOCK}));
        String brightness = graph.reduce("ReduceMean", "brightness", blocks, 1);
        String rows = graph.reduce("ReduceMax", "rows", brightness, 2);
        String top = graph.reduce("ReduceMax", "top", rows, 1);
        graph.output("map", brightness, SIDE / BLOCK, SIDE / BLOCK);
        graph.output("score", top);
        return graph.toBytes();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
