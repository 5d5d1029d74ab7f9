package io.fleck.demo;

import io.fleck.avro.WaferDefectMap;
import io.fleck.cli.CommonOptions;
import io.fleck.cli.Figures;
import io.fleck.cluster.ClusterOptions;
import io.fleck.cluster.LocalCluster;
import io.fleck.core.engine.EngineProvider;
import io.fleck.core.engine.Engines;
import io.fleck.fitting.synthetic.wafer.SyntheticLots;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.RegistrySettings;
import io.fleck.stream.app.FleckApp;
import io.fleck.stream.config.FleckConfig;
import io.fleck.stream.gateway.FrameItem;
import io.fleck.stream.gateway.GatewayListener;
import io.fleck.stream.gateway.wafers.WaferTransport;
import io.fleck.stream.reconcile.OutcomeReader;
import io.fleck.stream.reconcile.Outcomes;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.Topics;
import io.fleck.stream.wall.Wall;
import io.fleck.stream.wall.live.WallSettings;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The parts of a demo, started in the order in which frames pass them and stopped the other way round; closing stops
 * whatever runs.
 */
final class DemoRun implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(60);
    /** Slow enough to look at each, fast enough for a pattern within half a minute. */
    private static final double WAFERS_A_SECOND = 2;

    private static final Topics TOPICS = Topics.unprefixed();

    /**
     * What came of it, counted from the topics.
     *
     * @param received frames and wafer maps that the broker acknowledged
     * @param outcomes outcomes of distinct inputs
     * @param seconds from the first frame sent until the last outcome was read
     */
    record Report(long received, Outcomes outcomes, double seconds) {
        Figures figures() {
            return new Figures()
                    .put("received", received)
                    .put("results", outcomes.results())
                    .put("anomalies", outcomes.anomalies())
                    .put("masks", outcomes.masks())
                    .put("dead_letters", outcomes.deadLetters())
                    .put("shed", outcomes.shed())
                    .put("images_per_second", outcomes.inputs() / seconds);
        }
    }

    private final DemoOptions options;
    private final PrintWriter err;
    private final Closing parts = new Closing();
    private final CountDownLatch firstFrame = new CountDownLatch(1);
    private final Wall wall;
    private final FleckApp app;
    private final Cameras cameras;
    private final WaferTool wafers;
    private final OutcomeReader outcomes;

    private DemoRun(DemoOptions options, CommonOptions common, PrintWriter err) throws InterruptedException {
        this.options = options;
        this.err = err;
        boolean started = false;
        try {
            Path folder = parts.add(TemporaryFolder.create()).path();
            DemoStations stations = DemoStations.fit(options, folder, engine(), common, this::say);
            say("starting a Kafka broker and a schema registry");
            LocalCluster cluster = parts.add(LocalCluster.start(ClusterOptions.defaults()));
            AvroCodec codec = parts.add(AvroCodec.of(RegistrySettings.at(cluster.registryUrl())));
            Path waferModel =
                    options.waferModel().orElseGet(() -> WaferModelFiles.unpack(folder.resolve("wafer-model")));
            app = parts.add(FleckApp.start(config(cluster, folder, stations, waferModel)));
            app.awaitReady(START_LIMIT);
            outcomes = parts.add(OutcomeReader.open(kafka(cluster), TOPICS, codec));
            wall = parts.add(Wall.start(
                    new WallSettings(
                            "Demo",
                            stations.synthetic(),
                            options.wafers().isEmpty(),
                            OptionalDouble.of(stations.falseAlarmRate()),
                            options.port()),
                    new Wall.Source(cluster.bootstrapServers(), Map.of(), codec, TOPICS)));
            cameras = parts.add(Cameras.start(
                    stations.all(),
                    options.rate(),
                    TOPICS.name(Topic.FRAMES),
                    cluster.bootstrapServers(),
                    codec,
                    new FirstFrame()));
            wafers = parts.add(wafers(cluster, codec, folder));
            say("live page: " + wall.address());
            say(options.duration().isPresent() ? "streaming" : "streaming; Ctrl-C stops");
            started = true;
        } finally {
            if (!started) {
                parts.close();
            }
        }
    }

    /** Starts everything; when something fails, nothing is left running. */
    static DemoRun start(DemoOptions options, CommonOptions common, PrintWriter err) throws InterruptedException {
        return new DemoRun(options, common, err);
    }

    private final class FirstFrame implements GatewayListener {
        @Override
        public void acknowledged(FrameItem item) {
            firstFrame.countDown();
        }
    }

    private static EngineProvider engine() {
        return Engines.select("auto");
    }

    private static Map<String, Object> kafka(LocalCluster cluster) {
        return Map.of("bootstrap.servers", cluster.bootstrapServers());
    }

    private static FleckConfig config(LocalCluster cluster, Path folder, DemoStations stations, Path waferModel) {
        return FleckConfig.of(
                DemoConfig.of(cluster.bootstrapServers(), cluster.registryUrl(), folder, stations.models(), waferModel),
                folder);
    }

    private WaferTool wafers(LocalCluster cluster, AvroCodec codec, Path folder) {
        WaferTransport transport =
                WaferTransport.open(cluster.bootstrapServers(), Map.of(), codec.serializer(WaferDefectMap.class));
        String topic = TOPICS.name(Topic.WAFER_MAPS);
        return options.wafers().isPresent()
                ? OwnWafers.start(options.wafers().get(), WAFERS_A_SECOND, topic, transport, folder, this::say)
                : GeneratedWafers.start(
                        new SyntheticLots(options.seed()), WAFERS_A_SECOND, topic, transport, Clock.systemUTC());
    }

    /** Address of the live page. */
    URI address() {
        return wall.address();
    }

    /** Streams until the time is over or somebody stops it, lets the application finish, and counts. */
    Report await(CountDownLatch stopped) throws InterruptedException {
        awaitFirstFrame(stopped);
        long first = System.nanoTime();
        if (options.duration().isPresent()) {
            boolean unused = stopped.await(options.duration().get().toMillis(), TimeUnit.MILLISECONDS);
        } else {
            stopped.await();
        }
        say("stopping: cameras and tools first, then whatever is under way is finished");
        cameras.stop();
        wafers.stop();
        long received = cameras.acknowledged() + wafers.acknowledged();
        outcomes.awaitInputs(received, DRAIN_LIMIT);
        double seconds = (System.nanoTime() - first) / 1e9;
        // Whatever a stopping application still writes, such as an outcome too many, has to be seen.
        app.close();
        return new Report(received, outcomes.readToEnd(), seconds);
    }

    private void awaitFirstFrame(CountDownLatch stopped) throws InterruptedException {
        while (!firstFrame.await(50, TimeUnit.MILLISECONDS) && stopped.getCount() > 0) {
            app.failure().ifPresent(failure -> {
                throw new IllegalStateException("the application failed before the first frame", failure);
            });
        }
    }

    private void say(String line) {
        err.println("demo: " + line);
    }

    @Override
    public void close() {
        parts.close();
    }
}
