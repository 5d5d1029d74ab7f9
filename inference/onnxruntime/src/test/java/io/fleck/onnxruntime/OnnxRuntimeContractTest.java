package io.fleck.onnxruntime;

import io.fleck.core.engine.EngineContract;
import io.fleck.core.engine.EngineProvider;

class OnnxRuntimeContractTest extends EngineContract {
    @Override
    protected EngineProvider provider() {
        return new OnnxRuntimeProvider();
    }
}
