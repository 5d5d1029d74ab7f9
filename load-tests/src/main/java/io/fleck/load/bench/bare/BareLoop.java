package io.fleck.load.bench.bare;

import io.fleck.core.engine.Engine;
import io.fleck.core.engine.EngineProvider;
import io.fleck.core.image.EncodedImage;
import io.fleck.core.inspect.FrameRequest;
import io.fleck.core.inspect.FrameWork;
import io.fleck.core.inspect.InspectionSettings;
import io.fleck.core.model.ModelPackage;
import io.fleck.load.bench.measure.CpuTimes;
import io.fleck.load.bench.measure.Meter;
import io.fleck.load.bench.measure.Span;
import java.time.Duration;
import java.util.List;

/** One shape's engine, kept open between runs. Used by one thread. */
public final class BareLoop implements AutoCloseable {
    private final Shape shape;
    private final Engine engine;
    private final FrameWork work;
    private final List<EncodedImage> pictures;
    private final InspectionSettings settings;

    /**
     * Loads a model.
     *
     * @param pictures at least one, inspected in turn
     * @param settings as the application's station has them
     */
    public BareLoop(
            Shape shape,
            ModelPackage model,
            EngineProvider provider,
            List<EncodedImage> pictures,
            InspectionSettings settings) {
        this.shape = shape;
        this.pictures = List.copyOf(pictures);
        this.settings = settings;
        this.engine = provider.open(model.graph(), shape.engine());
        this.work = FrameWork.of(model, engine.spec(), System::nanoTime);
    }

    /** Its shape. */
    public Shape shape() {
        return shape;
    }

    /**
     * Runs for a while and measures after the warm-up.
     *
     * @throws io.fleck.load.bench.measure.BenchException when a picture cannot be inspected
     */
    public Span run(Duration warmUp, Duration measured) throws InterruptedException {
        Meter meter = new Meter(CpuTimes.ofThisProcess());
        try (Load load = start(meter)) {
            Span span = meter.measure(warmUp, measured);
            meter.requireSound();
            return span;
        }
    }

    private Load start(Meter meter) {
        return switch (shape.kind()) {
            case POOL -> new PooledLoad(shape, engine, work, this::request, meter);
            case LOOP -> new LoopedLoad(shape, engine, work, this::request, meter);
        };
    }

    private FrameRequest request(long number) {
        return new FrameRequest(pictures.get((int) (number % pictures.size())), settings);
    }

    /** Closes the engine. */
    @Override
    public void close() {
        engine.close();
    }
}
