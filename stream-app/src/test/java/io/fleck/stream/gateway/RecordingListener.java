package io.fleck.stream.gateway;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes down what the gateway tells. */
final class RecordingListener implements GatewayListener {
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    private Runnable whenWaiting = () -> {};

    /** What to do when the gateway has to wait. */
    void whenWaiting(Runnable action) {
        whenWaiting = action;
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void acknowledged(FrameItem item) {
        lines.add("acknowledged " + item.name());
    }

    @Override
    public void failed(FrameItem item, String reason) {
        lines.add("failed " + item.name() + ": " + reason);
    }

    @Override
    public void waiting(String reason) {
        lines.add("waiting: " + reason);
        whenWaiting.run();
    }

    @Override
    public void resumed() {
        lines.add("resumed");
    }
}
