package io.fleck.load.verify;

import io.fleck.cluster.LocalCluster;
import io.fleck.load.guarantee.Evidence;
import io.fleck.load.guarantee.Guarantees;
import io.fleck.load.process.Children;
import io.fleck.load.scenario.Scenario;
import io.fleck.load.scenario.SkippedException;
import io.fleck.load.scenario.Trial;
import io.fleck.load.scenario.TrialSettings;
import io.fleck.stream.config.StreamConfig;
import io.fleck.stream.reconcile.Outcomes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries scenarios one after the other; a failure of one does not keep the others from being tried. */
final class Verification implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Verification.class);
    private static final Evidence NOTHING = new Evidence(0, 0, 0, new Outcomes(Map.of(), 0, 0, 0, 0, 0));

    private final Path folder;
    private final Consumer<String> told;
    private final Clusters clusters = new Clusters();
    private final Children children = Children.none();
    private final List<ScenarioResult> results = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();

    /**
     * Nothing is tried yet.
     *
     * @param folder where configuration files and logs go, a folder for each scenario
     * @param told is told of every scenario as soon as it is over
     */
    Verification(Path folder, Consumer<String> told) {
        this.folder = folder;
        this.told = told;
    }

    List<ScenarioResult> results() {
        return List.copyOf(results);
    }

    List<Skipped> skipped() {
        return List.copyOf(skipped);
    }

    /** Tries a scenario and keeps what came of it. */
    void attempt(Scenario scenario, StreamConfig.Guarantee guarantee, long frames) throws InterruptedException {
        String name = scenario.name() + "-" + guarantee.name().toLowerCase(Locale.ROOT);
        TrialSettings settings = new TrialSettings(guarantee, frames, folder.resolve(name));
        try {
            ScenarioResult result = judge(scenario, settings);
            results.add(result);
            told.accept(result.text());
        } catch (SkippedException e) {
            skipped.add(new Skipped(scenario.name(), String.valueOf(e.getMessage())));
            told.accept(String.format(Locale.ROOT, "%-16s skipped: %s", scenario.name(), e.getMessage()));
        }
    }

    private ScenarioResult judge(Scenario scenario, TrialSettings settings) throws InterruptedException {
        long start = System.nanoTime();
        List<String> shortfalls = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Evidence evidence = NOTHING;
        try {
            LocalCluster cluster = clusters.of(scenario.stage(settings.frames()).brokers());
            try (Trial trial = Trial.open(scenario, settings, cluster, children)) {
                play(scenario, trial, shortfalls);
                evidence = trial.count();
                notes.addAll(trial.notes());
            }
            shortfalls.addAll(Guarantees.shortfalls(settings.guarantee(), evidence));
        } catch (SkippedException e) {
            throw e;
        } catch (RuntimeException e) {
            shortfalls.add(explain(scenario, e));
        }
        if (!shortfalls.isEmpty()) {
            clusters.close(); // who knows in what state it is
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new ScenarioResult(scenario.name(), settings.guarantee(), evidence, shortfalls, notes, seconds);
    }

    /** What went wrong is told beside the counts, which are taken all the same. */
    private static void play(Scenario scenario, Trial trial, List<String> shortfalls) throws InterruptedException {
        try {
            scenario.play(trial);
            trial.drain();
        } catch (SkippedException e) {
            throw e;
        } catch (RuntimeException e) {
            shortfalls.add(explain(scenario, e));
        }
    }

    private static String explain(Scenario scenario, RuntimeException error) {
        LOG.debug("{} did not come to its end", scenario.name(), error);
        return error.getClass().getSimpleName() + ": " + error.getMessage();
    }

    @Override
    public void close() {
        children.close();
        clusters.close();
    }
}
