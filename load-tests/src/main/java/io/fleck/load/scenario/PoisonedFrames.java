package io.fleck.load.scenario;

/** Some of the frames can never be inspected. */
final class PoisonedFrames implements Scenario {
    private static final int ONE_OF = 20;

    @Override
    public String name() {
        return "poison";
    }

    @Override
    public String story() {
        return "5 % of the records can never be inspected, in seven ways from a foreign format to a picture with too few"
                + " pixels: each ends as a dead letter, and nothing else does";
    }

    @Override
    public void play(Trial trial) throws InterruptedException {
        trial.driver().poisonEvery(ONE_OF);
        trial.start();
        trial.flow();
        trial.awaitOutcomes(trial.frames());
        trial.note("%d poisoned", trial.driver().poison());
    }
}
