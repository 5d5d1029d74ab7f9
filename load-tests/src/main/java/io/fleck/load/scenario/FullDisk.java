package io.fleck.load.scenario;

import io.fleck.load.process.AppProcess;

/** The disk under the state directory gets full while the application works, and stays so over a restart. */
final class FullDisk implements Scenario {
    @Override
    public String name() {
        return "full-disk";
    }

    @Override
    public String story() {
        return "the disk under the state directory (a tmpfs of 2 MiB) gets full while frames flow; the application goes on"
                + " or fails, is restarted on the full disk, and once more when there is room";
    }

    @Override
    public void play(Trial trial) throws InterruptedException {
        SmallDisk disk = trial.keep(SmallDisk.mount(trial.folder().resolve("small-disk")));
        AppOptions options = AppOptions.USUAL.withState(disk.directory().resolve("state"));
        AppProcess first = trial.start("app", options);
        trial.flow();
        trial.awaitOutcomes(trial.frames() / 4);
        disk.fill();
        long then = trial.seen();
        Waiting.until("it goes on or ends", () -> trial.look() > then + trial.frames() / 10 || !first.running());
        trial.note(
                "on the full disk it %s",
                first.running() ? "goes on" : "ends, code " + first.exitCode().get());
        first.terminate();
        Waiting.until("the application ends", () -> !first.running());
        AppProcess second = trial.start("app", options);
        Waiting.until("it is ready or ends", () -> second.ready() || !second.running());
        trial.note(
                "started on it, it %s",
                second.running()
                        ? "is ready"
                        : "ends, code " + second.exitCode().get());
        disk.free();
        second.terminate();
        Waiting.until("the application ends", () -> !second.running());
        trial.start("app", options);
    }
}
