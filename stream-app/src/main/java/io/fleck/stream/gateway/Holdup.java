package io.fleck.stream.gateway;

import java.util.concurrent.atomic.AtomicBoolean;

/** Tells once when the gateway has to wait and once when it goes on. Safe for use by several threads. */
public final class Holdup {
    private final GatewayListener listener;
    private final AtomicBoolean held = new AtomicBoolean();

    /** Not held up yet. */
    public Holdup(GatewayListener listener) {
        this.listener = listener;
    }

    /** It has to wait, for this reason. */
    public void begin(String reason) {
        if (held.compareAndSet(false, true)) {
            listener.waiting(reason);
        }
    }

    /** It goes on. */
    public void end() {
        if (held.compareAndSet(true, false)) {
            listener.resumed();
        }
    }
}
