package io.fleck.load.scenario;

import io.fleck.cli.ExitCode;
import io.fleck.load.engine.EngineFaults;
import io.fleck.load.process.AppProcess;

/** A run of the engine never returns; later another one does not either. */
final class EngineHang implements Scenario {
    private static final long FIRST = 5;
    private static final long SECOND = 25;

    @Override
    public String name() {
        return "engine-hang";
    }

    @Override
    public String story() {
        return "a run of the only engine worker never returns: a replacement takes over after `engine.timeout`; when a"
                + " second run hangs, the application ends itself, and is started again with a sound engine";
    }

    @Override
    public void play(Trial trial) throws InterruptedException {
        AppOptions hanging = AppOptions.USUAL
                .withFaults(EngineFaults.NONE.hangingAt(FIRST, SECOND))
                .with("engine.workers", "1")
                .with("engine.timeout", "2s");
        AppProcess app = trial.start("app", hanging);
        trial.flow();
        Waiting.until("the application ends itself", () -> !app.running());
        int code = app.exitCode().orElseThrow();
        if (code != ExitCode.HUNG) {
            throw new ScenarioException("the application ended with exit code " + code + " instead of " + ExitCode.HUNG
                    + ": " + app.lastWords(1));
        }
        Waiting.until("something was inspected between the hangs", () -> trial.look() > 0);
        trial.note(
                "ended itself with exit code %d and %d of %d inspected",
                code, trial.look(), trial.driver().sent());
        trial.start();
    }
}
