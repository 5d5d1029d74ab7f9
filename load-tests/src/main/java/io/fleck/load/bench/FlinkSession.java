package io.fleck.load.bench;

import io.fleck.cli.CommandException;
import io.fleck.load.bench.bare.Shape;
import io.fleck.load.bench.measure.BenchException;
import io.fleck.load.bench.measure.CpuTimes;
import io.fleck.load.bench.process.FlinkProcess;
import io.fleck.load.bench.traffic.Line;
import io.fleck.load.bench.traffic.Traffic;
import io.fleck.stream.topics.SchemaAdmin;
import io.fleck.stream.topics.StartCheck;
import io.fleck.stream.topics.Topic;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The Flink job that runs, and the traffic on its line. */
final class FlinkSession implements AutoCloseable {
    /** How it is built. */
    static final String BUILD = FlinkProcess.BUILD;

    private static final Duration FIRST_RESULT = Duration.ofMinutes(2);
    /** As often as the application commits by default. */
    private static final Duration CHECKPOINTS = Duration.ofMillis(100);

    private static final int LARGEST_RECORD = 20 << 20;

    private final FlinkProcess job;
    private final Traffic traffic;

    private FlinkSession(FlinkProcess job, Traffic traffic) {
        this.job = job;
        this.traffic = traffic;
    }

    /**
     * Its class path, where it is built.
     *
     * @throws CommandException when it is not, but has to be
     */
    static Optional<String> classPath(boolean required) {
        Optional<String> found = FlinkProcess.classPath();
        if (found.isEmpty() && required) {
            throw CommandException.missing("--flink: the Flink job is not built: " + BUILD, null);
        }
        return found;
    }

    /** Starts the job on a line of its own and waits for its first result. */
    static FlinkSession start(Site site, String classPath, BenchOptions options, Shape shape)
            throws InterruptedException {
        Line line = site.newLine("flink");
        for (Topic topic : new Topic[] {Topic.FRAMES, Topic.RESULTS, Topic.DEAD_LETTERS}) {
            site.cluster()
                    .createTopic(
                            line.topics().name(topic),
                            line.partitions(),
                            Map.of("max.message.bytes", Integer.toString(LARGEST_RECORD)));
        }
        StartCheck.schemas(new SchemaAdmin(site.codec().registrations()), line.topics(), true);
        FlinkProcess job = FlinkProcess.start(classPath, site.folder(line), settings(site, line, options, shape));
        try {
            FlinkSession session = new FlinkSession(
                    job, new Traffic(line, site.codec(), CpuTimes.with(FlinkProcess.ROLE, job.handle())));
            session.traffic.awaitFirst(FIRST_RESULT);
            return session;
        } catch (BenchException e) {
            String words = job.lastWords();
            job.close();
            throw new BenchException(
                    "the Flink job gave no result: " + e.getMessage() + "; its last words: " + words, e);
        } catch (RuntimeException | InterruptedException e) {
            job.close();
            throw e;
        }
    }

    private static Map<String, String> settings(Site site, Line line, BenchOptions options, Shape shape) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("bootstrap.servers", line.bootstrapServers());
        settings.put("schema.registry.url", site.cluster().registryUrl());
        settings.put("frames", line.topics().name(Topic.FRAMES));
        settings.put("results", line.topics().name(Topic.RESULTS));
        settings.put(
                "model", site.subject().model().directory().toAbsolutePath().toString());
        settings.put("engine", options.engine());
        settings.put("workers", Integer.toString(shape.workers()));
        settings.put("engine.threads", Integer.toString(shape.threads()));
        settings.put("checkpoint.millis", Long.toString(CHECKPOINTS.toMillis()));
        settings.put("folder", site.folder(line).toAbsolutePath().toString());
        return settings;
    }

    Traffic traffic() {
        return traffic;
    }

    /** Compares what was sent with what came out, and ends the job. */
    @Override
    public void close() {
        try (job;
                traffic) {
            long unused = traffic.reconcile(false);
        }
    }
}
