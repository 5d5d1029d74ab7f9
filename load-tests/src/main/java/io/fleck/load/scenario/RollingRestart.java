package io.fleck.load.scenario;

import io.fleck.load.process.AppProcess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two instances share the work and are restarted one after the other, as a roll-out does. */
final class RollingRestart implements Scenario {
    private static final List<String> INSTANCES = List.of("one", "two");

    @Override
    public String name() {
        return "rolling-restart";
    }

    @Override
    public String story() {
        return "two instances share the work; each in turn is told to end, and started again, while frames flow";
    }

    @Override
    public void play(Trial trial) throws InterruptedException {
        Map<String, AppProcess> running = new LinkedHashMap<>();
        for (String instance : INSTANCES) {
            running.put(instance, trial.start(instance, AppOptions.USUAL));
        }
        for (AppProcess app : running.values()) {
            trial.awaitReady(app);
        }
        trial.flow();
        trial.awaitOutcomes(trial.frames() / 4);
        for (Map.Entry<String, AppProcess> instance : running.entrySet()) {
            restart(trial, instance.getKey(), instance.getValue());
        }
    }

    private static void restart(Trial trial, String instance, AppProcess before) throws InterruptedException {
        before.terminate();
        Waiting.until("instance " + instance + " ends", () -> !before.running());
        trial.note(
                "instance %s ended with %d of %d inspected",
                instance, trial.look(), trial.driver().sent());
        trial.awaitReady(trial.start(instance, AppOptions.USUAL));
        trial.awaitOutcomes(trial.seen() + 1);
    }
}
