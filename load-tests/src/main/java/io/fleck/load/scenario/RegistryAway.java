package io.fleck.load.scenario;

import io.fleck.load.process.AppProcess;
import java.time.Duration;

/** The schema registry is away for a while, in which frames of known and of unknown schemas arrive. */
final class RegistryAway implements Scenario {
    private static final Duration OUTAGE = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "registry-away";
    }

    @Override
    public String story() {
        return "the schema registry is away for 30 s; frames of a known schema go on through, then the first ones of a later"
                + " version arrive and have to wait for it";
    }

    @Override
    public void play(Trial trial) throws InterruptedException {
        long third = trial.frames() / 3;
        AppProcess app = trial.start();
        trial.driver().registerNewerSchema();
        trial.driver().burst(third);
        trial.awaitOutcomes(third);
        long gone = System.nanoTime();
        trial.cluster().stopRegistry();
        try {
            trial.driver().burst(third);
            trial.awaitOutcomes(2 * third);
            trial.driver().useNewerSchema();
            trial.driver().burst(third);
            Waiting.until("the application says that it is not ready", app::waiting);
            trial.note(
                    "not ready with %d of %d inspected",
                    trial.look(), trial.driver().sent());
            Waiting.pass(OUTAGE.minusNanos(System.nanoTime() - gone));
        } finally {
            trial.cluster().startRegistry();
        }
        trial.awaitReady(app);
    }
}
