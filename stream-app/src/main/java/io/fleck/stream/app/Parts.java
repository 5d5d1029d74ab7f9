package io.fleck.stream.app;

import io.fleck.avro.FramePreview;
import io.fleck.avro.StationRecipe;
import io.fleck.core.batch.Callers;
import io.fleck.core.engine.EngineProvider;
import io.fleck.core.engine.Engines;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.AvroDecoder;
import io.fleck.stream.claims.Claims;
import io.fleck.stream.claims.FetchPool;
import io.fleck.stream.config.ConfigurationException;
import io.fleck.stream.config.FleckConfig;
import io.fleck.stream.config.OutageConfig;
import io.fleck.stream.config.WafersConfig;
import io.fleck.stream.metrics.InspectionMetrics;
import io.fleck.stream.outage.Circuit;
import io.fleck.stream.outage.OutagePolicy;
import io.fleck.stream.pending.DrainBudgets;
import io.fleck.stream.previews.PreviewPublisher;
import io.fleck.stream.recipes.RecipeStore;
import io.fleck.stream.recipes.RecipeTable;
import io.fleck.stream.state.StoreMemory;
import io.fleck.stream.topics.SchemaAdmin;
import io.fleck.stream.topics.StartCheck;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.TopicAdmin;
import io.fleck.stream.topics.TopicLayout;
import io.fleck.stream.topology.Flow;
import io.fleck.stream.topology.InspectionTopology;
import io.fleck.stream.topology.Intake;
import io.fleck.stream.topology.Previews;
import io.fleck.stream.topology.Stations;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.hotspot.DefaultExports;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;

/** Everything that a running application is made of, opened in order and closed in reverse; the stream is not started. */
final class Parts implements AutoCloseable {
    private static final Duration ADMIN_PATIENCE = Duration.ofSeconds(30);
    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(1);
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);

    private final Resources resources = new Resources();
    private final FleckConfig config;
    private final Clock clock;
    private final InspectionMetrics metrics;
    private final Callers callers = new Callers();
    private final Hangs hangs = new Hangs();
    private final Models models;
    private final Circuit circuit;
    private final RecipeTable recipes;
    private final Intake.Shared shared;
    private final Optional<WaferParts> wafers;
    private final KafkaStreams streams;

    private Parts(FleckConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.shared = shared();
        try {
            requireWork();
            metrics = new InspectionMetrics(new CollectorRegistry());
            DefaultExports.register(metrics.registry());
            models = openModels();
            Stations stations = models.stations();
            AvroCodec codec = openCodec();
            checkTopics();
            StreamValve valve = new StreamValve();
            circuit = openCircuit(valve);
            recipes = openRecipes(codec, stations);
            wafers = openWafers(codec);
            Topology topology = wafers.map(WaferParts::topology).orElseGet(Topology::new);
            if (inspectsFrames()) {
                InspectionTopology.addTo(topology, frames(codec, stations));
                RecipeStore.addTo(topology, recipesTopic(), recipes);
            }
            Properties properties = StreamsProperties.of(config);
            resources.add(new StoreMemory(config.stream().stateMemory())).addTo(properties);
            streams = LeavingClients.stream(topology, properties);
            valve.attach(streams);
            resources.add(() -> streams.close(Duration.ZERO));
        } catch (RuntimeException e) {
            resources.close();
            throw e;
        }
    }

    /** Opens all, or nothing when one of them fails. */
    static Parts open(FleckConfig config, Clock clock) {
        return new Parts(config, clock);
    }

    InspectionMetrics metrics() {
        return metrics;
    }

    Hangs hangs() {
        return hangs;
    }

    Circuit circuit() {
        return circuit;
    }

    /** Ends all waiting for what is away, so that the stream can stop. */
    void stopWaiting() {
        circuit.close();
        recipes.close();
        wafers.ifPresent(WaferParts::close);
    }

    KafkaStreams streams() {
        return streams;
    }

    /** Closes all; the stream at once, where its owner has not stopped it before. */
    @Override
    public void close() {
        resources.close();
    }

    private void requireWork() {
        if (!inspectsFrames() && !config.wafers().enabled()) {
            throw new ConfigurationException("no model is configured; set models.NAME.path or " + WafersConfig.DIES);
        }
        if (inspectsFrames() && config.stations().isEmpty()) {
            throw new ConfigurationException(
                    "no station is configured; set stations.default.model or stations.ID.model");
        }
    }

    private boolean inspectsFrames() {
        return !config.models().isEmpty();
    }

    private Models openModels() {
        return resources.add(Models.open(config, engine(), callers, hangs, metrics));
    }

    private EngineProvider engine() {
        try {
            return Engines.select(config.engine().name());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("engine.name: " + e.getMessage());
        }
    }

    private AvroCodec openCodec() {
        AvroCodec codec = resources.add(AvroCodec.of(config.registry()));
        TopicLayout layout = config.topics().layout();
        StartCheck.schemas(
                new SchemaAdmin(codec.registrations()),
                layout.names(),
                config.topics().registerSchemas());
        return codec;
    }

    private void checkTopics() {
        try (Admin admin = Admin.create(config.kafka().admin())) {
            StartCheck.topics(
                    new TopicAdmin(admin, ADMIN_PATIENCE),
                    config.topics().layout(),
                    config.topics().create());
        }
    }

    private Circuit openCircuit(StreamValve valve) {
        ScheduledExecutorService probes = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "fleck-outages");
            thread.setDaemon(true);
            return thread;
        });
        resources.add(probes::shutdownNow);
        OutageConfig outages = config.outages();
        OutagePolicy policy = new OutagePolicy(outages.patience(), FIRST_RETRY, outages.longestRetry());
        return resources.add(new Circuit(policy, valve, metrics, probes, System::nanoTime));
    }

    private Optional<WaferParts> openWafers(AvroCodec codec) {
        return config.wafers().enabled()
                ? Optional.of(resources.add(new WaferParts(config, models, codec, circuit, metrics, shared)))
                : Optional.empty();
    }

    private RecipeTable openRecipes(AvroCodec codec, Stations stations) {
        AvroDecoder<StationRecipe> decoder = codec.decoder(StationRecipe.class);
        String topic = recipesTopic();
        return resources.add(new RecipeTable(
                value -> decoder.decode(topic, value),
                models::station,
                stations,
                metrics,
                config.outages().longestRetry()));
    }

    private String recipesTopic() {
        return config.topics().layout().names().name(Topic.RECIPES);
    }

    private InspectionTopology.Collaborators frames(AvroCodec codec, Stations stations) {
        return new InspectionTopology.Collaborators(
                config.kafka().applicationId(),
                config.topics().layout(),
                codec,
                stations,
                openClaims(),
                resources.add(new FetchPool(config.claims().fetches())),
                circuit,
                openPreviews(codec),
                metrics,
                shared);
    }

    private Intake.Shared shared() {
        Flow flow = flow();
        return new Intake.Shared(
                callers, flow, new DrainBudgets(flow.drainBound(), System::nanoTime), clock, System::nanoTime);
    }

    /** A commit and one more attempt together stay within a transaction. */
    private Flow flow() {
        Duration patience = config.outages().patience();
        return new Flow(
                config.stream().framesPending(),
                config.stream().pollInterval(),
                config.kafka().transactionTimeout().dividedBy(2),
                patience.compareTo(LEAST_PATIENCE) < 0 ? LEAST_PATIENCE : patience,
                config.stream().duplicateWindow());
    }

    private Claims openClaims() {
        try {
            return resources.add(Claims.open(config.claims(), config.limits().maxBytes()));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("claims.s3: " + e.getMessage());
        }
    }

    private Previews openPreviews(AvroCodec codec) {
        double perSecond = config.previews().perSecond();
        if (perSecond == 0) {
            return inspected -> {};
        }
        return resources.add(new PreviewPublisher(
                perSecond,
                config.topics().layout().names().name(Topic.PREVIEWS),
                codec.serializer(FramePreview.class),
                PreviewProducer.of(config),
                metrics,
                System::nanoTime));
    }
}
