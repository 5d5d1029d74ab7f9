package io.fleck.fitting.command;

import io.fleck.cli.CommonOptions;
import io.fleck.cli.Progress;
import io.fleck.fitting.fit.FitListener;

/** Draws a line a phase. Phases begin on one thread; steps come from many. */
public final class FitProgress implements FitListener, AutoCloseable {
    private final CommonOptions common;
    private volatile Progress current = Progress.none();

    /** Draws nothing before the first phase. */
    public FitProgress(CommonOptions common) {
        this.common = common;
    }

    @Override
    public void begin(String phase, int steps) {
        current.close();
        current = common.progress(phase, steps);
    }

    @Override
    public void step() {
        current.step();
    }

    @Override
    public void close() {
        current.close();
    }
}
