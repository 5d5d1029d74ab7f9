package io.fleck.training.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.util.Map;

/**
 * Starts DJL's PyTorch engine with settings that it reads once, from system properties, when its classes load.
 *
 * <p>A property that is already set stays as it is.
 */
public final class Torch {
    private static final String ENGINE = "PyTorch";

    private static final Map<String, String> PROPERTIES = Map.of(
            // No look-up of anything on the network, no call home.
            "ai.djl.offline", "true",
            "OPT_OUT_TRACKING", "true",
            // Else ONNX Runtime, which runs what was trained, would look for a second engine for its arrays.
            "ai.djl.onnx.disable_alternative", "true",
            // One core: the machine has other things to do, and results do not depend on the number of threads.
            "ai.djl.pytorch.num_threads", "1",
            "ai.djl.pytorch.num_interop_threads", "1");

    private Torch() {}

    /** DJL's engine; the same object every time. The engine is named, because others may be on the class path. */
    public static Engine engine() {
        PROPERTIES.forEach((key, value) -> {
            if (System.getProperty(key) == null) {
                System.setProperty(key, value);
            }
        });
        return Engine.getEngine(ENGINE);
    }

    /** A manager of arrays on the CPU; closing it frees them. */
    public static NDManager newManager() {
        return engine().newBaseManager(Device.cpu());
    }
}
