package io.fleck.load.scenario;

/** A fault that happens while frames flow. */
public interface Scenario {
    /** Name on the command line. */
    String name();

    /** What happens, as a sentence for a page. */
    String story();

    /** What it is played on, for so many frames. */
    default Stage stage(long frames) {
        return Stage.USUAL;
    }

    /**
     * Brings the fault about; when it returns, an application runs that can finish the work.
     *
     * @throws ScenarioException when it does not come about
     * @throws SkippedException when this machine does not allow it
     */
    void play(Trial trial) throws InterruptedException;
}
