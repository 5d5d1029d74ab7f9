package io.fleck.core.model;

import java.util.List;
import java.util.Map;

/** Manifests for tests. */
public final class Manifests {
    private Manifests() {}

    /** A calibrated model of frames, 16 x 8 pixels, with score and map. */
    public static ModelManifest calibrated(byte[] graph) {
        return new ModelManifest(
                ModelManifest.FORMAT,
                "tiles",
                "7",
                ModelManifest.FRAMES,
                "gaussian",
                new ModelManifest.Input("frames", 16, 8),
                new ModelManifest.Outputs("score", "map"),
                new ModelManifest.Calibration("split", 0.25, 3.5, List.of(1.25, 2.0, 2.0, 3.5)),
                new ModelManifest.Backbone("lite", "ab".repeat(32), List.of("tap2", "tap3")),
                Map.of("grid", "16", "components", "150"),
                Map.of("images", "761"),
                Sha256.of(graph));
    }

    /** The least that a model says. */
    public static ModelManifest bare(byte[] graph) {
        return new ModelManifest(
                ModelManifest.FORMAT,
                "bare",
                "1",
                ModelManifest.FRAMES,
                "onnx",
                new ModelManifest.Input("frames", 3, 2),
                new ModelManifest.Outputs("score", null),
                null,
                null,
                Map.of(),
                Map.of(),
                Sha256.of(graph));
    }
}
