package io.fleck.load.scenario;

import io.fleck.load.drive.BlockModel;
import io.fleck.load.engine.NullEngineProvider;
import io.fleck.load.memory.MemoryLog;
import io.fleck.load.memory.MemorySample;
import io.fleck.load.process.AppProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Very many frames through an engine that computes nothing, with one kill in the middle. The frames of a window at most are
 * outstanding, so that none is older than what its topic keeps. Memory is sampled on the way.
 */
final class Million implements Scenario {
    private static final long WINDOW = 50_000;
    /** More than is awaited between two of them: the window stays full, and the kill meets frames on their way. */
    private static final long PUSHED = 5_000;

    private static final long AWAITED = 1_000;
    private static final Duration SAMPLE_EVERY = Duration.ofSeconds(1);
    /** A quarter of 2 GiB for each of four partitions. */
    private static final String RETENTION = "512MiB";

    private static final AppOptions OPTIONS = AppOptions.USUAL
            .with("engine.name", NullEngineProvider.NAME)
            .withJvm(List.of("-Xmx512m", "-XX:TieredStopAtLevel=4"));

    @Override
    public String name() {
        return "million";
    }

    @Override
    public String story() {
        return "a million frames through an engine that computes nothing, in a topic that keeps 2 GiB, with one `kill -9` in"
                + " the middle; memory is sampled every second";
    }

    @Override
    public Stage stage(long frames) {
        return new Stage(1, BlockModel.SIDE, Map.of("topics.frames.retention.bytes", RETENTION));
    }

    @Override
    public void play(Trial trial) throws InterruptedException {
        MemoryLog memory = new MemoryLog();
        long start = System.nanoTime();
        AppProcess first = trial.start("app", OPTIONS);
        stream(trial, first, trial.frames() / 2, memory, start);
        first.kill();
        trial.note(
                "killed with %d of %d inspected", trial.look(), trial.driver().sent());
        double middle = seconds(start);
        stream(trial, trial.start("app", OPTIONS), trial.frames(), memory, start);
        double end = seconds(start);
        trial.note("%.0f frames a second over all", trial.frames() / end);
        compare(trial, memory, "before the kill", 0, middle);
        compare(trial, memory, "after it", middle, end);
        memory.writeCsv(trial.folder().resolve("memory.csv"));
        memory.writeSvg(trial.folder().resolve("memory.svg"));
    }

    /** Sends, within the window, until so many have an outcome. */
    private static void stream(Trial trial, AppProcess app, long goal, MemoryLog memory, long start)
            throws InterruptedException {
        Stall stall = new Stall();
        long sampled = System.nanoTime();
        while (trial.seen() < goal) {
            long sent = trial.driver().sent();
            long room = Math.min(trial.frames(), trial.seen() + WINDOW) - sent;
            trial.driver().push(Math.max(0, Math.min(PUSHED, room)));
            trial.awaitSome(AWAITED);
            if (stall.noticed(trial.seen())) {
                throw new ScenarioException("no outcome any more behind " + trial.seen() + " of " + sent);
            }
            if (System.nanoTime() - sampled > SAMPLE_EVERY.toNanos()) {
                sampled = System.nanoTime();
                app.metrics()
                        .flatMap(text -> MemorySample.of(seconds(start), trial.seen(), app.pid(), text))
                        .ifPresent(memory::add);
            }
        }
    }

    /** The highest of the first and of the last third of a part: what grows shows. */
    private static void compare(Trial trial, MemoryLog memory, String when, double from, double to) {
        double third = (to - from) / 3;
        trial.note(
                "%s, first and last third: heap at most %.0f and %.0f MiB, RSS %.0f and %.0f MiB",
                when,
                memory.highestMebibytes(MemorySample::heapBytes, from, from + third),
                memory.highestMebibytes(MemorySample::heapBytes, to - third, to),
                memory.highestMebibytes(MemorySample::rssBytes, from, from + third),
                memory.highestMebibytes(MemorySample::rssBytes, to - third, to));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
