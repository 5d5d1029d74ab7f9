package io.fleck.stream.command;

import io.fleck.stream.app.FleckApp;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes the application when the process is told to end, before it ends. */
final class StopOnSignal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StopOnSignal.class);

    private final AtomicBoolean signalled = new AtomicBoolean();
    private final Thread hook;

    private StopOnSignal(FleckApp app) {
        this.hook = new Thread(
                () -> {
                    signalled.set(true);
                    app.close();
                },
                "fleck-stop");
    }

    static StopOnSignal of(FleckApp app) {
        StopOnSignal stop = new StopOnSignal(app);
        Runtime.getRuntime().addShutdownHook(stop.hook);
        return stop;
    }

    boolean signalled() {
        return signalled.get();
    }

    @Override
    public void close() {
        if (!signalled.get()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                LOG.debug("told to end at the very end", e);
            }
        }
    }
}
