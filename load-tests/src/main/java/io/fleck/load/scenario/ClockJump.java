package io.fleck.load.scenario;

import io.fleck.load.process.AppProcess;
import java.time.Duration;

/** Clocks jump, the application's and the cameras' alike. */
final class ClockJump implements Scenario {
    /** Less than an hour: brokers refuse records from further ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(45);

    private static final Duration BACK = Duration.ofMinutes(-90);

    @Override
    public String name() {
        return "clock-jump";
    }

    @Override
    public String story() {
        return "the application's clock (injected) and the cameras' jump 45 minutes ahead and then 90 minutes back, one"
                + " before the other";
    }

    @Override
    public void play(Trial trial) throws InterruptedException {
        AppProcess app = trial.start("app", AppOptions.USUAL.withShiftingClock());
        trial.flow();
        trial.awaitOutcomes(trial.frames() / 5);
        app.tell(AHEAD.toString());
        trial.awaitOutcomes(trial.frames() * 2 / 5);
        trial.driver().shiftClock(AHEAD);
        trial.awaitOutcomes(trial.frames() * 3 / 5);
        trial.driver().shiftClock(BACK);
        trial.awaitOutcomes(trial.frames() * 4 / 5);
        app.tell(BACK.toString());
        trial.awaitOutcomes(trial.frames());
    }
}
