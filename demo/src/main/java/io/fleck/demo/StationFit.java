package io.fleck.demo;

import io.fleck.core.engine.EngineProvider;
import io.fleck.fitting.Fitters;
import io.fleck.fitting.backbone.Backbone;
import io.fleck.fitting.backbone.Grid;
import io.fleck.fitting.fit.FitListener;
import io.fleck.fitting.fit.FitRequest;
import io.fleck.fitting.fit.ModelFit;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Fits the default detector for a station, at the smallest false-alarm rate that its pictures certify. */
final class StationFit {
    private static final int GRID = 16;

    private final EngineProvider engine;
    private final int threads;
    private final long seed;

    StationFit(EngineProvider engine, int threads, long seed) {
        this.engine = engine;
        this.threads = threads;
        this.seed = seed;
    }

    /** Writes the station's model into a directory and returns its false-alarm rate. */
    double write(Station station, Path directory, FitListener listener) throws InterruptedException {
        double rate = CertifiedRate.of(station.good().size());
        FitRequest request = new FitRequest(
                station.good(),
                Backbone.shipped(),
                new Grid(GRID, GRID),
                Fitters.all().get(0).configure(Map.of()),
                CertifiedRate.METHOD,
                rate,
                seed,
                engine,
                threads);
        new ModelFit(request, listener, Clock.systemUTC()).run(station.name()).write(directory);
        return rate;
    }
}
