package io.fleck.core.engine;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the runs that are going on in an engine, so that its memory is freed by whoever is last: the closer or a run.
 *
 * <p>A lock would do it too, but then {@link Engine#close} would wait for a run that hangs.
 */
final class UseCount {
    /** n runs are n while open and the complement of n, which is negative, once closed. */
    private final AtomicInteger state = new AtomicInteger();

    /** Counts a run in; false when closed. */
    boolean enter() {
        return state.getAndUpdate(runs -> runs < 0 ? runs : runs + 1) >= 0;
    }

    /** Counts a run out; true when it was the last one of a closed engine. */
    boolean leave() {
        return state.updateAndGet(runs -> runs < 0 ? runs + 1 : runs - 1) == ~0;
    }

    /** Closes; true when no run was going on. True once at most. */
    boolean close() {
        return state.getAndUpdate(runs -> runs < 0 ? runs : ~runs) == 0;
    }
}
