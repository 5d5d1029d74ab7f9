package io.fleck.load.scenario;

import io.fleck.load.process.AppProcess;

/** The application's process is killed in the middle of its work, and started again. */
final class KillApp implements Scenario {
    @Override
    public String name() {
        return "kill-app";
    }

    @Override
    public String story() {
        return "`kill -9` of the application while it works on a burst of frames and more flow in; it is started again";
    }

    @Override
    public void play(Trial trial) throws InterruptedException {
        AppProcess app = trial.start();
        trial.flow();
        trial.awaitOutcomes(trial.frames() / 4);
        trial.driver().burst(trial.frames() / 4);
        app.kill();
        trial.note(
                "killed with %d of %d inspected", trial.look(), trial.driver().sent());
        trial.start();
    }
}
