package io.fleck.fitting.command;

import io.fleck.core.model.ModelManifest;
import io.fleck.core.model.ModelManifest.Calibration;
import io.fleck.core.model.ModelPackage;
import io.fleck.core.model.Sha256;
import io.fleck.fitting.onnx.ElementType;
import io.fleck.fitting.onnx.OnnxGraph;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * A real model whose answers are known by hand: it sees frames as 8 x 8 pixels, its map is their brightness, its score the
 * brightest.
 */
final class BrightnessModel {
    static final int SIZE = 8;
    /** Certified for 10 %: the 18th of 19 scores. */
    static final double THRESHOLD = 98;

    private BrightnessModel() {}

    /** Calibrated for 10 % on the scores 81 to 99. */
    static Path calibrated(Path directory) {
        List<Double> scores =
                DoubleStream.iterate(81, score -> score + 1).limit(19).boxed().toList();
        return write(directory, new Calibration("split", 0.1, THRESHOLD, scores), "map");
    }

    static Path write(Path directory, @Nullable Calibration calibration, @Nullable String map) {
        return write(directory, calibration, map, graph("Identity"));
    }

    /** Its score is the logarithm of a number below 0: not a number. */
    static Path broken(Path directory) {
        return write(directory, null, null, graph("Neg", "Log"));
    }

    private static Path write(Path directory, @Nullable Calibration calibration, @Nullable String map, byte[] graph) {
        ModelManifest manifest = new ModelManifest(
                ModelManifest.FORMAT,
                "brightness",
                "1",
                ModelManifest.FRAMES,
                "onnx",
                new ModelManifest.Input("frames", SIZE, SIZE),
                new ModelManifest.Outputs("score", map),
                calibration,
                null,
                Map.of("pixels", "64"),
                Map.of(),
                Sha256.of(graph));
        return ModelPackage.write(directory, manifest, graph).directory();
    }

    private static byte[] graph(String... operators) {
        OnnxGraph graph = OnnxGraph.empty("brightness");
        String frames = graph.input("frames", ElementType.UINT8, SIZE, SIZE, 3);
        String brightness = graph.reduce("ReduceMean", "grey", graph.cast("floats", frames, ElementType.FLOAT32), 3);
        String rows = graph.reduce("ReduceMax", "rows", brightness, 2);
        graph.output("map", brightness, SIZE, SIZE);
        String score = graph.reduce("ReduceMax", "brightest", rows, 1);
        for (String operator : operators) {
            score = graph.add(operator, "brightest", List.of(score));
        }
        graph.output("score", score);
        return graph.toBytes();
    }
}
