package io.fleck.k8s.check;

import java.time.Duration;

/** A stop gets more time than the application takes to finish what it has in hand. */
final class StopCheck implements CrossCheck {
    /** For what follows the stream's own stop: engine, clients, the virtual machine. */
    private static final Duration REST = Duration.ofSeconds(10);

    @Override
    public void check(Overlay overlay, Findings findings) {
        overlay.configuration()
                .config()
                .ifPresent(config -> overlay.application().ifPresent(deployment -> {
                    Long grace = Overlay.pod(deployment).getTerminationGracePeriodSeconds();
                    Duration least = config.stream().shutdownTimeout().plus(REST);
                    findings.require(
                            grace != null && grace >= least.toSeconds(),
                            "terminationGracePeriodSeconds is " + grace + "; it has to be at least " + least.toSeconds()
                                    + ", shutdown.timeout and " + REST.toSeconds() + " s more");
                }));
    }
}
