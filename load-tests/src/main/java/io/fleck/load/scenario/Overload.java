package io.fleck.load.scenario;

import io.fleck.load.engine.EngineFaults;
import io.fleck.load.memory.ResidentMemory;
import io.fleck.load.process.AppProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Far more arrives than can be inspected, and far more than would fit into memory. */
final class Overload implements Scenario {
    private static final long BACKLOG_BYTES = 320L << 20;
    private static final List<String> MEMORY = List.of("-Xmx256m", "-XX:MaxDirectMemorySize=128m");
    private static final int TENFOLD = 10;
    private static final int WORKERS = 2;
    private static final int SMALLEST_SIDE = 64;
    private static final long FASTEST_ITEM_MILLIS = 4;
    private static final long SLOWEST_ITEM_MILLIS = 120;

    @Override
    public String name() {
        return "overload";
    }

    @Override
    public String story() {
        return "ten times what the (slowed) engine can do arrives, 320 MiB in all, and the application has 256 MiB of heap"
                + " and 128 MiB beside it: it takes up less, and never runs out of memory";
    }

    /** Frames so large that all of them together are more than the memory. */
    @Override
    public Stage stage(long frames) {
        int side = (int) Math.max(SMALLEST_SIDE, Math.sqrt((double) BACKLOG_BYTES / frames));
        return new Stage(1, side, Map.of("engine.workers", Integer.toString(WORKERS)));
    }

    @Override
    public void play(Trial trial) throws InterruptedException {
        Duration itemDelay = itemDelay(rate(trial, trial.frames() / 10));
        double ceiling = WORKERS * 1000.0 / itemDelay.toMillis();
        AppProcess app =
                trial.start("app", AppOptions.USUAL.withJvm(MEMORY).withFaults(EngineFaults.NONE.delayedBy(itemDelay)));
        trial.awaitOutcomes(1);
        double rate = rate(trial, trial.frames() - trial.driver().sent());
        trial.note(
                "%.1f times the engine's rate sent, %d of %d inspected by then",
                rate / ceiling, trial.look(), trial.driver().sent());
        trial.awaitOutcomes(trial.driver().sent());
        if (!app.running()) {
            throw new ScenarioException("the application did not survive: exit code " + app.exitCode());
        }
        ResidentMemory.peak(app.pid()).ifPresent(bytes -> trial.note("peak RSS %d MiB", bytes >> 20));
    }

    /** Sends so many frames as fast as the broker takes them, and tells how many a second that were. */
    private static double rate(Trial trial, long frames) {
        long start = System.nanoTime();
        trial.driver().burst(frames);
        return frames / ((System.nanoTime() - start) / 1e9);
    }

    /** What makes the engine ten times slower than the driver, within bounds that keep the scenario short. */
    private static Duration itemDelay(double driverRate) {
        long millis = Math.round(TENFOLD * WORKERS * 1000.0 / driverRate);
        return Duration.ofMillis(Math.min(SLOWEST_ITEM_MILLIS, Math.max(FASTEST_ITEM_MILLIS, millis)));
    }
}
