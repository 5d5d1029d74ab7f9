package io.fleck.stream.metrics;

import io.prometheus.client.Collector;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import io.prometheus.client.Histogram;
import java.util.ArrayList;
import java.util.List;

/**
 * All metrics of the application by name. Safe for use by several threads.
 *
 * <p>At any time received = results (all verdicts) + dead letters + aborted + in flight. They count what this process
 * did: a frame that was aborted is counted again when it is read again, so totals over restarts come from the topics.
 */
public final class InspectionMetrics {
    /** From half a millisecond to half a minute. */
    private static final double[] SECONDS = {
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30
    };

    private static final double[] BATCH_SIZES = {1, 2, 4, 8, 16, 32, 64, 128};

    private final List<Definition> definitions = new ArrayList<>();
    private final CollectorRegistry registry;
    private final InputMetrics frames;
    private final InputMetrics wafers;
    private final Histogram stages;
    private final Histogram batches;
    private final Counter hangs;
    private final Counter outages;
    private final Gauge away;
    private final Counter threadReplacements;
    private final Counter previews;
    private final Gauge model;
    private final Counter recipes;
    private final Counter waferClasses;
    private final Counter lotSummaries;
    private final Counter novelPatterns;
    private final Counter patternNames;
    private final Counter waferNames;

    /** Registers everything, so that a scrape shows zeros before the first frame. */
    public InspectionMetrics(CollectorRegistry registry) {
        this.registry = registry;
        InputMetrics.Totals totals = new InputMetrics.Totals(
                counter("fleck_received_total", "Input records taken up, aborted ones included."),
                counter("fleck_results_total", "Results by verdict.", "verdict"),
                counter("fleck_dead_letters_total", "Dead letters by reason.", "reason"),
                counter(
                        "fleck_aborted_total",
                        "Input records given up without an outcome; they are read and taken up again."),
                gauge("fleck_in_flight", "Input records taken up whose outcome is not written yet."));
        stages = histogram(
                "fleck_stage_seconds",
                "Time by stage: read (Avro), fetch (of a claimed picture), queue (for a decoder), decode (and resize),"
                        + " batch (for a batch), infer, postprocess (mask and regions), write (Avro).",
                "stage");
        frames = new InputMetrics(
                totals, histogram("fleck_frame_seconds", "Time from taking a frame up to its outcome."));
        wafers = new InputMetrics(
                totals, histogram("fleck_wafer_seconds", "Time from taking a wafer map up to its outcome."));
        batches = histogram(BATCH_SIZES, "fleck_batch_frames", "Frames a run of the engine.", "model");
        hangs = counter("fleck_engine_hangs_total", "Runs that took longer than engine.timeout, by model.", "model");
        outages = counter("fleck_outages_total", "Outages that paused the stream, by what was away.", "dependency");
        away = gauge(
                "fleck_away",
                "1 while the stream waits for a registry, an engine or a claim store that is away.",
                "dependency");
        threadReplacements = counter(
                "fleck_thread_replacements_total",
                "Stream threads that were replaced, by cause: outage (something is away) or failure.",
                "cause");
        previews = counter("fleck_previews_total", "Previews by outcome: sent, dropped (busy) or failed.", "outcome");
        model = gauge("fleck_model_info", "1 for each model that is loaded.", "name", "version", "digest");
        recipes = counter(
                "fleck_recipes_total",
                "Recipe records read, by outcome: applied, removed (back at the configuration file) or ignored (cannot be"
                        + " used; the log says why).",
                "outcome");
        waferClasses = counter(
                "fleck_wafer_classes_total",
                "Wafer maps by class of their signature; the class is empty for a novel one.",
                "class");
        lotSummaries = counter("fleck_lot_summaries_total", "Lots that were summed up.");
        novelPatterns = counter("fleck_novel_patterns_total", "Novel patterns of wafers that were told.");
        patternNames = counter(
                "fleck_pattern_names_total",
                "Names that operators gave to patterns, by outcome: named, early (the pattern has not come yet) or refused"
                        + " (a dead letter).",
                "outcome");
        waferNames = counter(
                "fleck_named_classes_total",
                "Records of named wafer classes read, by outcome: applied, waiting (of a model that is not loaded), removed"
                        + " or ignored (cannot be used; the log says why).",
                "outcome");
    }

    /**
     * A wafer has a class.
     *
     * @param name its class; empty for a novel one
     */
    public void waferClass(String name) {
        waferClasses.labels(name).inc();
    }

    /** A novel pattern was told. */
    public void novelPattern() {
        novelPatterns.inc();
    }

    /** An operator's name for a pattern was taken, waits or was refused. */
    public void patternName(String outcome) {
        patternNames.labels(outcome).inc();
    }

    /** A record of a named wafer class was applied, waits, was removed or ignored. */
    public void waferName(String outcome) {
        waferNames.labels(outcome).inc();
    }

    /** A lot was summed up. */
    public void lotSummary() {
        lotSummaries.inc();
    }

    /** Counts frames. */
    public InputMetrics frames() {
        return frames;
    }

    /** Counts wafer maps. */
    public InputMetrics wafers() {
        return wafers;
    }

    /** Time of one stage in nanoseconds; a negative one did not run. */
    public void stage(String stage, long nanos) {
        if (nanos >= 0) {
            stages.labels(stage).observe(nanos / 1e9);
        }
    }

    /** A run of the engine came back. */
    public void batch(String modelName, int frameCount) {
        batches.labels(modelName).observe(frameCount);
    }

    /** A run of the engine was given up. */
    public void hung(String modelName) {
        hangs.labels(modelName).inc();
    }

    /** A dependency is away, or back. */
    public void away(String dependency, boolean isAway) {
        away.labels(dependency).set(isAway ? 1 : 0);
    }

    /** The stream was paused for a dependency. */
    public void outage(String dependency) {
        outages.labels(dependency).inc();
    }

    /**
     * A stream thread is replaced.
     *
     * @param cause outage or failure
     */
    public void threadReplaced(String cause) {
        threadReplacements.labels(cause).inc();
    }

    /** A preview was sent, dropped or failed. */
    public void preview(String outcome) {
        previews.labels(outcome).inc();
    }

    /** A model is loaded. */
    public void model(String name, String version, String digest) {
        model.labels(name, version, digest).set(1);
    }

    /** A recipe record was applied, removed or ignored. */
    public void recipe(String outcome) {
        recipes.labels(outcome).inc();
    }

    /** Where these metrics are registered. */
    public CollectorRegistry registry() {
        return registry;
    }

    List<Definition> definitions() {
        return List.copyOf(definitions);
    }

    private Counter counter(String name, String help, String... labels) {
        defined(name, Collector.Type.COUNTER, help, labels);
        return Counter.build(name, help).labelNames(labels).register(registry);
    }

    private Gauge gauge(String name, String help, String... labels) {
        defined(name, Collector.Type.GAUGE, help, labels);
        return Gauge.build(name, help).labelNames(labels).register(registry);
    }

    private Histogram histogram(String name, String help, String... labels) {
        return histogram(SECONDS, name, help, labels);
    }

    private Histogram histogram(double[] buckets, String name, String help, String... labels) {
        defined(name, Collector.Type.HISTOGRAM, help, labels);
        return Histogram.build(name, help).labelNames(labels).buckets(buckets).register(registry);
    }

    private void defined(String name, Collector.Type type, String help, String... labels) {
        definitions.add(new Definition(name, type, List.of(labels), help));
    }
}
