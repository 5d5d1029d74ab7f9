package io.fleck.stream.gateway;

import java.util.concurrent.atomic.AtomicBoolean;

/** Tells once when the gateway has to wait and once when it goes on. Safe for use by several threads. */
final class Holdup {
    private final GatewayListener listener;
    private final AtomicBoolean held = new AtomicBoolean();

    Holdup(GatewayListener listener) {
        this.listener = listener;
    }

    void begin(String reason) {
        if (held.compareAndSet(false, true)) {
            listener.waiting(reason);
        }
    }

    void end() {
        if (held.compareAndSet(true, false)) {
            listener.resumed();
        }
    }
}
