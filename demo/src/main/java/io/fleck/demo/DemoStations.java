package io.fleck.demo;

import io.fleck.cli.CommonOptions;
import io.fleck.cli.Progress;
import io.fleck.core.engine.EngineProvider;
import io.fleck.fitting.data.DataSet;
import io.fleck.fitting.fit.FitListener;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The stations with their fitted models.
 *
 * @param all stations
 * @param models model directory by station
 * @param falseAlarmRate the largest rate of all of them
 * @param synthetic whether the pictures are drawn
 */
record DemoStations(List<Station> all, Map<String, Path> models, double falseAlarmRate, boolean synthetic) {
    private static final String OWN = "my-pictures";

    /** Gathers or draws the pictures and fits a model for each station. */
    static DemoStations fit(
            DemoOptions options, Path folder, EngineProvider engine, CommonOptions common, Consumer<String> say)
            throws InterruptedException {
        List<Station> stations = stations(options, folder, common, say);
        StationFit fit = new StationFit(engine, Runtime.getRuntime().availableProcessors(), options.seed());
        Map<String, Path> models = new LinkedHashMap<>();
        double rate = 0;
        for (Station station : stations) {
            say.accept("fitting " + station.name() + " on " + station.good().size() + " good pictures");
            Path model = folder.resolve("models").resolve(station.name());
            rate = Math.max(rate, fit.write(station, model, FitListener.NONE));
            models.put(station.name(), model);
        }
        return new DemoStations(stations, models, rate, options.frames().isEmpty());
    }

    private static List<Station> stations(
            DemoOptions options, Path folder, CommonOptions common, Consumer<String> say) {
        if (options.frames().isPresent()) {
            return List.of(StationSplit.of(OWN, DataSet.open(options.frames().get()), options.seed()));
        }
        say.accept("drawing " + SyntheticStations.pictures() + " synthetic parts");
        try (Progress progress = common.progress("drawing", SyntheticStations.pictures())) {
            return new SyntheticStations(folder.resolve("pictures"), options.seed(), progress).draw();
        }
    }
}
