package io.fleck.core.inspect;

import io.fleck.core.engine.Engine;
import io.fleck.core.engine.EngineOptions;
import io.fleck.core.engine.EngineProvider;
import io.fleck.core.engine.ModelSpec;
import io.fleck.core.engine.TensorBatch;
import io.fleck.core.engine.TensorSpec;
import io.fleck.core.engine.TensorType;
import io.fleck.core.model.ModelManifest;
import io.fleck.core.model.ModelPackage;
import io.fleck.core.model.Sha256;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** In Java what grey.onnx of the engine contract computes: the mean over channels as map, its maximum as score. */
final class GreyEngine implements Engine, EngineProvider {
    static final int ROWS = 2;
    static final int COLUMNS = 3;
    static final TensorSpec FRAMES = new TensorSpec("frames", TensorType.UINT8, List.of(ROWS, COLUMNS, 3));
    static final TensorSpec SCORE = new TensorSpec("score", TensorType.FLOAT32, List.of());
    static final TensorSpec MAP = new TensorSpec("map", TensorType.FLOAT32, List.of(ROWS, COLUMNS));
    static final ModelSpec SPEC = new ModelSpec(List.of(FRAMES), List.of(SCORE, MAP));

    final AtomicInteger running = new AtomicInteger();
    final AtomicInteger mostRunning = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();

    @Nullable
    EngineOptions options;

    Runnable meanwhile = () -> {};
    UnaryOperator<Float> distortion = UnaryOperator.identity();

    /** A model directory that nobody looks into. */
    static ModelPackage model(ModelManifest.@Nullable Calibration calibration) {
        return model(ModelManifest.FRAMES, new ModelManifest.Outputs("score", "map"), calibration);
    }

    static ModelPackage model(
            String kind, ModelManifest.Outputs outputs, ModelManifest.@Nullable Calibration calibration) {
        ModelManifest manifest = new ModelManifest(
                ModelManifest.FORMAT,
                "grey",
                "3",
                kind,
                "onnx",
                new ModelManifest.Input("frames", COLUMNS, ROWS),
                outputs,
                calibration,
                null,
                Map.of(),
                Map.of(),
                Sha256.of(new byte[0]));
        return new ModelPackage(Path.of("models/grey"), manifest);
    }

    @Override
    public ModelSpec spec() {
        return SPEC;
    }

    @Override
    public void run(TensorBatch batch) {
        mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
        meanwhile.run();
        for (int item = 0; item < batch.size(); item++) {
            float highest = 0;
            ByteBuffer pixels = batch.inputSlot("frames", item);
            ByteBuffer map = batch.outputSlot("map", item);
            while (pixels.hasRemaining()) {
                int sum = (pixels.get() & 0xff) + (pixels.get() & 0xff) + (pixels.get() & 0xff);
                float mean = distortion.apply(sum / 3f);
                map.putFloat(mean);
                highest = Math.max(highest, mean);
            }
            batch.outputSlot("score", item).putFloat(highest);
        }
        running.decrementAndGet();
    }

    @Override
    public void close() {
        closed.incrementAndGet();
    }

    @Override
    public String name() {
        return "grey";
    }

    @Override
    public int preference() {
        return 1;
    }

    @Override
    public Optional<String> unavailable() {
        return Optional.empty();
    }

    @Override
    public Engine open(Path graph, EngineOptions wanted) {
        this.options = wanted;
        return this;
    }
}
