package io.fleck.load.scenario;

import io.fleck.load.engine.EngineFaults;

/** The engine fails at random, whatever frame it is given. */
final class EngineFailures implements Scenario {
    private static final double SHARE = 0.1;
    private static final long SEED = 7;

    @Override
    public String name() {
        return "engine-failures";
    }

    @Override
    public String story() {
        return "10 % of the engine's runs fail at random: the frames are not to blame, so none becomes a dead letter";
    }

    @Override
    public void play(Trial trial) throws InterruptedException {
        trial.start("app", AppOptions.USUAL.withFaults(EngineFaults.NONE.failing(SHARE, SEED)));
        trial.flow();
        trial.awaitOutcomes(trial.frames());
    }
}
