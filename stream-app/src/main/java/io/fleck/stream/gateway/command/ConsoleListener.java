package io.fleck.stream.gateway.command;

import io.fleck.cli.Progress;
import io.fleck.stream.gateway.FrameItem;
import io.fleck.stream.gateway.GatewayListener;
import java.io.PrintWriter;

/** Tells a person: progress, files that are not sent, waits. */
final class ConsoleListener implements GatewayListener {
    private final Progress progress;
    private final PrintWriter err;

    ConsoleListener(Progress progress, PrintWriter err) {
        this.progress = progress;
        this.err = err;
    }

    @Override
    public void acknowledged(FrameItem item) {
        progress.step();
    }

    @Override
    public void failed(FrameItem item, String reason) {
        tell(item.name() + " is not sent: " + reason);
    }

    @Override
    public void waiting(String reason) {
        tell("waiting: " + reason);
    }

    @Override
    public void resumed() {
        tell("going on");
    }

    void tell(String line) {
        err.println("gateway: " + line);
        err.flush();
    }
}
