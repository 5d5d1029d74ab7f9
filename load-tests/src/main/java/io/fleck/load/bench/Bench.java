package io.fleck.load.bench;

import io.fleck.load.bench.bare.BareLoop;
import io.fleck.load.bench.bare.Shape;
import io.fleck.load.bench.bare.Sweep;
import io.fleck.load.bench.measure.BenchException;
import io.fleck.load.bench.measure.Median;
import io.fleck.load.bench.measure.Span;
import io.fleck.load.bench.process.AppSettings;
import io.fleck.load.bench.traffic.Line;
import io.fleck.load.bench.traffic.Saturated;
import io.fleck.load.engine.NullEngineProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One benchmark, part by part. Nothing runs beside what is being measured but what belongs to it. */
final class Bench {
    private final BenchOptions options;
    private final Subject subject;
    private final Consumer<String> say;
    private final Pace pace;
    private final List<Load> loads = new ArrayList<>();
    private Optional<BenchException> peerFailure = Optional.empty();

    Bench(BenchOptions options, Subject subject, Consumer<String> say) {
        this.options = options;
        this.subject = subject;
        this.say = say;
        this.pace = options.pace();
    }

    /**
     * Runs all parts.
     *
     * @param folder takes configurations and logs
     * @throws io.fleck.load.bench.measure.BenchException when something breaks down or counts do not agree
     */
    Result run(Path folder) throws InterruptedException {
        Sweep sweep = sweep();
        say.accept("starting a Kafka broker in a process of its own");
        try (Site site = new Site(folder, subject)) {
            List<Span> engine = new ArrayList<>();
            List<Saturated> stream = new ArrayList<>();
            rounds(site, sweep, engine, stream);
            if (options.with(Part.LATENCY)) {
                atLeastOnce(site, sweep.bestPool());
            }
            Optional<Span> ceiling = ceiling(site, sweep.bestPool());
            List<Span> flink = flink(site, sweep.bestPool());
            return new Result(sweep, engine, stream, loads, ceiling, flink);
        }
    }

    private Sweep sweep() throws InterruptedException {
        List<Shape> shapes = Shape.worthTrying(
                Runtime.getRuntime().availableProcessors(), subject.provider().preferredBatchSize());
        say.accept("bare loop: trying " + shapes.size() + " shapes");
        return Sweep.of(shapes, this::loop, pace.sweep().dividedBy(2), pace.sweep());
    }

    private BareLoop loop(Shape shape) {
        return new BareLoop(shape, subject.model(), subject.provider(), subject.encoded(), subject.station());
    }

    /** Bare loop and stream in turn, so that a machine that slows down slows both. */
    private void rounds(Site site, Sweep sweep, List<Span> engine, List<Saturated> stream) throws InterruptedException {
        try (BareLoop loop = loop(sweep.best());
                AppSession app = start(site, Guarantee.EXACTLY_ONCE_V2, options.engine(), sweep.bestPool())) {
            say.accept("exactly_once_v2: warming up");
            Saturated unused = app.traffic().saturate(subject.window(), pace.warmUp(), pace.settling());
            for (int round = 1; round <= pace.rounds(); round++) {
                Span bare = loop.run(pace.settling(), pace.measured());
                Saturated saturated = app.traffic().saturate(subject.window(), pace.settling(), pace.measured());
                engine.add(bare);
                stream.add(saturated);
                say.accept(String.format(
                        Locale.ROOT,
                        "round %d of %d: engine %.1f, stream %.1f images a second",
                        round,
                        pace.rounds(),
                        bare.perSecond(),
                        saturated.span().perSecond()));
            }
            if (options.with(Part.LATENCY)) {
                double knee = Median.of(stream.stream()
                        .map(saturated -> saturated.span().perSecond())
                        .toList());
                offer(app, Guarantee.EXACTLY_ONCE_V2, knee);
            }
        }
    }

    private void atLeastOnce(Site site, Shape shape) throws InterruptedException {
        try (AppSession app = start(site, Guarantee.AT_LEAST_ONCE, options.engine(), shape)) {
            say.accept("at_least_once: warming up");
            Saturated knee = app.traffic().saturate(subject.window(), pace.warmUp(), pace.measured());
            offer(app, Guarantee.AT_LEAST_ONCE, knee.span().perSecond());
        }
    }

    private void offer(AppSession app, Guarantee guarantee, double knee) throws InterruptedException {
        for (double share : Result.SHARES) {
            say.accept(String.format(
                    Locale.ROOT, "%s: latency at %.0f %% of %.1f a second", guarantee.key(), 100 * share, knee));
            loads.add(new Load(guarantee, share, app.traffic().offer(share * knee, pace.settling(), pace.measured())));
        }
    }

    private Optional<Span> ceiling(Site site, Shape shape) throws InterruptedException {
        if (!options.with(Part.CEILING) || options.engine().equals(NullEngineProvider.NAME)) {
            return Optional.empty();
        }
        say.accept("ceiling: an engine that computes nothing");
        try (AppSession app = start(site, Guarantee.EXACTLY_ONCE_V2, NullEngineProvider.NAME, shape)) {
            return Optional.of(app.traffic()
                    .saturate(subject.window(), pace.warmUp(), pace.measured())
                    .span());
        }
    }

    /** Why the Flink job gave no result, where it was to run; all else is measured nevertheless. */
    Optional<BenchException> peerFailure() {
        return peerFailure;
    }

    private List<Span> flink(Site site, Shape shape) throws InterruptedException {
        try {
            return flinkRounds(site, shape);
        } catch (BenchException e) {
            say.accept("flink: left out: " + e.getMessage());
            peerFailure = Optional.of(e);
            return List.of();
        }
    }

    private List<Span> flinkRounds(Site site, Shape shape) throws InterruptedException {
        if (!options.with(Part.FLINK)) {
            return List.of();
        }
        Optional<String> classPath = FlinkSession.classPath(options.flinkRequired());
        if (classPath.isEmpty()) {
            say.accept("flink: left out, it is not built (" + FlinkSession.BUILD + ")");
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        say.accept("flink: warming up");
        try (FlinkSession flink = FlinkSession.start(site, classPath.get(), options, shape)) {
            Saturated unused = flink.traffic().saturate(subject.window(), pace.warmUp(), pace.settling());
            for (int round = 1; round <= pace.rounds(); round++) {
                spans.add(flink.traffic()
                        .saturate(subject.window(), pace.settling(), pace.measured())
                        .span());
            }
        }
        return spans;
    }

    private AppSession start(Site site, Guarantee guarantee, String engine, Shape shape) throws InterruptedException {
        Line line = site.newLine(guarantee.key());
        Map<String, String> settings = new LinkedHashMap<>(site.settings(line, engine, guarantee));
        AppSettings.shape(settings, shape);
        settings.putAll(options.settings());
        return AppSession.start(site, line, guarantee, settings);
    }
}
