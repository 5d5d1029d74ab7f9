package io.fleck.stream.gateway;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The gateway's work, start to end, on the thread that calls {@link #run}. */
final class FrameLoop {
    static final Duration SILENCE = Duration.ofSeconds(10);

    private final FrameSource source;
    private final FramePreparer preparer;
    private final FrameSender sender;
    private final Pacer pacer;
    private final Outcomes outcomes;
    private final Holdup holdup;
    private final BooleanSupplier stopped;

    FrameLoop(
            FrameSource source,
            FramePreparer preparer,
            FrameSender sender,
            Pacer pacer,
            Outcomes outcomes,
            Holdup holdup,
            BooleanSupplier stopped) {
        this.source = source;
        this.preparer = preparer;
        this.sender = sender;
        this.pacer = pacer;
        this.outcomes = outcomes;
        this.holdup = holdup;
        this.stopped = stopped;
    }

    /** Sends until the source is exhausted and everything is acknowledged, or until stopped or broken. */
    void run() throws InterruptedException {
        while (!ended() && !source.exhausted()) {
            for (PreparedFrame frame : preparer.next()) {
                pacer.await();
                sender.send(frame, this::ended);
            }
        }
        while (!ended() && !outcomes.awaitSettled(SILENCE)) {
            holdup.begin("the broker has not acknowledged " + outcomes.counts().inFlight() + " frames yet");
        }
    }

    private boolean ended() {
        return stopped.getAsBoolean() || outcomes.broken().isPresent();
    }
}
