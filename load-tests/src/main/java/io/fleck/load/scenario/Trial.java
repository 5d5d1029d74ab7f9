package io.fleck.load.scenario;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.fleck.cluster.LocalCluster;
import io.fleck.cluster.broker.Ports;
import io.fleck.load.drive.BlockModel;
import io.fleck.load.drive.FrameDriver;
import io.fleck.load.drive.FrameMaker;
import io.fleck.load.guarantee.Evidence;
import io.fleck.load.process.AppProcess;
import io.fleck.load.process.Children;
import io.fleck.load.process.Launch;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.RegistrySettings;
import io.fleck.stream.reconcile.OutcomeReader;
import io.fleck.stream.reconcile.Outcomes;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One scenario on the stage: topics of its own, a driver, applications, and a reader that counts. Used by one thread.
 */
public final class Trial implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Trial.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration END_LIMIT = Duration.ofSeconds(90);
    /** Frames flow for about so long, if nothing holds the driver up. */
    private static final double FLOW_SECONDS = 8;

    private static final int LAST_WORDS = 3;

    private final TrialSettings settings;
    private final LocalCluster cluster;
    private final Children children;
    private final Configuration configuration;
    private final FrameDriver driver;
    private final OutcomeReader outcomes;
    private final Ports ports;
    private final Map<String, AppProcess> instances = new LinkedHashMap<>();
    private final Deque<AutoCloseable> resources = new ArrayDeque<>();
    private final List<String> notes = new ArrayList<>();

    private Trial(Scenario scenario, TrialSettings settings, LocalCluster cluster, Children children) {
        this.settings = settings;
        this.cluster = cluster;
        this.children = children;
        Stage stage = scenario.stage(settings.frames());
        String prefix = scenario.name() + "." + settings.guarantee().name().toLowerCase(Locale.ROOT) + ".";
        Topics topics = new Topics(prefix);
        try {
            makeFolder(settings.folder());
            ports = keep(new Ports());
            BlockModel.write(settings.folder().resolve("model"));
            configuration = Configuration.of(settings, stage, cluster, prefix);
            AvroCodec codec = keep(AvroCodec.of(RegistrySettings.at(cluster.registryUrl())));
            configuration.prepare(codec);
            Map<String, Object> kafka = Map.of("bootstrap.servers", cluster.bootstrapServers());
            outcomes = keep(OutcomeReader.open(kafka, topics, codec));
            driver = keep(FrameDriver.open(
                    cluster.bootstrapServers(),
                    topics.name(Topic.FRAMES),
                    new FrameMaker(stage.frameSide()),
                    codec,
                    Clock.systemUTC()));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Makes topics, driver and reader; no application runs yet. */
    public static Trial open(Scenario scenario, TrialSettings settings, LocalCluster cluster, Children children) {
        return new Trial(scenario, settings, cluster, children);
    }

    private static void makeFolder(Path folder) {
        try {
            if (Files.exists(folder)) {
                MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
            }
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be made anew", e);
        }
    }

    /** Closes something at the end of the trial, the last one first, when no application runs any more. */
    <T extends AutoCloseable> T keep(T resource) {
        resources.push(resource);
        return resource;
    }

    /** Frames to send at least. */
    long frames() {
        return settings.frames();
    }

    Path folder() {
        return settings.folder();
    }

    LocalCluster cluster() {
        return cluster;
    }

    FrameDriver driver() {
        return driver;
    }

    /** Name of the application's consumer group. */
    String group() {
        return configuration.group();
    }

    /** Lets frames flow beside whatever happens. */
    void flow() {
        driver.flow(frames() / FLOW_SECONDS);
    }

    /** Says something about how the scenario went. */
    void note(String text, Object... values) {
        notes.add(String.format(Locale.ROOT, text, values));
    }

    /** What was said about how it went. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** Starts the production application. */
    AppProcess start() {
        return start("app", AppOptions.USUAL);
    }

    /** Starts an instance of the application, or starts it again; it need not be ready when this returns. */
    AppProcess start(String instance, AppOptions options) {
        int port = ports.any();
        Path file = configuration.write(instance, port, options.settings());
        Path log = folder().resolve(instance + ".log");
        AppProcess app = AppProcess.start(new Launch(options.jvm(), options.mainClass(), file, port, log), children);
        instances.put(instance, app);
        return app;
    }

    /** Waits until an instance says that it is ready. */
    void awaitReady(AppProcess app) throws InterruptedException {
        Waiting.until("the application is ready", () -> {
            requireRunning();
            return app.ready();
        });
    }

    /** Inputs whose outcome a reader of committed records has seen. */
    long seen() {
        return outcomes.awaitInputs(0, Duration.ZERO).inputs();
    }

    /**
     * Waits until so many inputs have an outcome.
     *
     * @throws ScenarioException when nothing comes any more, or no application runs
     */
    void awaitOutcomes(long inputs) throws InterruptedException {
        Stall stall = new Stall();
        while (outcomes.awaitInputs(inputs, LOOK).inputs() < inputs) {
            requireRunning();
            if (stall.noticed(seen())) {
                throw new ScenarioException(
                        "no outcome for " + Waiting.LIMIT.toSeconds() + " s behind " + seen() + " of " + driver.sent());
            }
        }
    }

    /** Reads what is there now, without waiting for more. */
    long look() {
        return outcomes.awaitInputs(Long.MAX_VALUE, LOOK).inputs();
    }

    /** Reads on until some more inputs have an outcome, or a moment has passed; an application has to run. */
    void awaitSome(long more) {
        outcomes.awaitInputs(seen() + more, LOOK);
        requireRunning();
    }

    private void requireRunning() {
        if (instances.values().stream().noneMatch(AppProcess::running)) {
            throw new ScenarioException("the application ended: "
                    + instances.values().stream().map(Trial::lastWords).toList());
        }
    }

    private static String lastWords(AppProcess app) {
        return "exit code " + app.exitCode().map(String::valueOf).orElse("none") + ", "
                + String.join(" / ", app.lastWords(LAST_WORDS));
    }

    /** Sends what is missing and waits until everything has an outcome. */
    public void drain() throws InterruptedException {
        driver.finish(frames());
        awaitOutcomes(driver.sent());
    }

    /**
     * Ends the applications, so that whatever they still write is seen, and counts.
     *
     * @return what went in and what came out, however far the trial came
     */
    public Evidence count() throws InterruptedException {
        end();
        Outcomes found = outcomes.readToEnd();
        long sent = driver.acknowledgedInputs().count();
        long lost = driver.acknowledgedInputs().without(outcomes::has);
        return new Evidence(sent, Math.min(sent, driver.poison()), lost, found);
    }

    private void end() throws InterruptedException {
        instances.values().forEach(AppProcess::terminate);
        for (AppProcess app : instances.values()) {
            if (!app.awaitEnd(END_LIMIT)) {
                note("the application did not end within %d s of SIGTERM", END_LIMIT.toSeconds());
                app.kill();
            }
        }
    }

    @Override
    public void close() {
        instances.values().forEach(AppProcess::close);
        while (!resources.isEmpty()) {
            AutoCloseable resource = resources.pop();
            try {
                resource.close();
            } catch (Exception e) {
                LOG.warn("{} did not close", resource.getClass().getSimpleName(), e);
                if (e instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
