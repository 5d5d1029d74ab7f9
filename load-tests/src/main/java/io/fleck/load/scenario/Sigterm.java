package io.fleck.load.scenario;

import io.fleck.load.process.AppProcess;
import java.util.Set;

/** The application is told to end in the middle of its work, and started again. */
final class Sigterm implements Scenario {
    /** 128 and the signal, or the launcher's own code for an interruption. */
    private static final Set<Integer> ORDERLY = Set.of(143, 130);

    @Override
    public String name() {
        return "sigterm";
    }

    @Override
    public String story() {
        return "SIGTERM while it works on a burst of frames and more flow in; it ends in order and is started again";
    }

    @Override
    public void play(Trial trial) throws InterruptedException {
        AppProcess app = trial.start();
        trial.flow();
        trial.awaitOutcomes(trial.frames() / 4);
        trial.driver().burst(trial.frames() / 4);
        app.terminate();
        Waiting.until("the application ends", () -> !app.running());
        int code = app.exitCode().orElseThrow();
        if (!ORDERLY.contains(code)) {
            throw new ScenarioException("told to end, the application ended with exit code " + code);
        }
        trial.note("ended with %d of %d inspected", trial.look(), trial.driver().sent());
        trial.start();
    }
}
