package io.fleck.onnxruntime;

import ai.djl.engine.Engine;
import java.util.Map;

/**
 * Starts DJL's ONNX Runtime engine with settings that it reads once, from system properties, when its classes load.
 *
 * <p>A property that is already set stays as it is. The cache directory needs none: DJL takes the home directory, or the
 * temporary one where the home cannot be written.
 */
final class DjlSetup {
    static final String ENGINE = "OnnxRuntime";

    private static final Map<String, String> PROPERTIES = Map.of(
            // No look-up of anything on the network, no call home.
            "ai.djl.offline", "true",
            "OPT_OUT_TRACKING", "true",
            // Else a second engine is loaded beside it for operations on arrays that it lacks: 432 MB of PyTorch.
            "ai.djl.onnx.disable_alternative", "true",
            // Sessions bring their own threads; the environment's would idle, one per core.
            "ai.djl.onnxruntime.num_threads", "1",
            "ai.djl.onnxruntime.num_interop_threads", "1");

    private DjlSetup() {}

    /** DJL's engine; the same object every time. */
    static Engine engine() {
        PROPERTIES.forEach((key, value) -> {
            if (System.getProperty(key) == null) {
                System.setProperty(key, value);
            }
        });
        return Engine.getEngine(ENGINE);
    }
}
