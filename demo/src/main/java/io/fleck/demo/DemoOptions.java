package io.fleck.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the user asked for.
 *
 * @param frames folder or index with pictures; empty draws some
 * @param wafers folder with files of wafer maps; empty generates some
 * @param waferModel model that classifies them; empty takes the one that comes with the demo
 * @param duration how long to stream, from the first frame sent; empty until stopped
 * @param rate frames a second of all cameras together, above 0
 * @param port port of the live page; 0 takes any free one
 * @param seed of all chance
 */
record DemoOptions(
        Optional<Path> frames,
        Optional<Path> wafers,
        Optional<Path> waferModel,
        Optional<Duration> duration,
        double rate,
        int port,
        long seed) {
    private static final double MOST = 10_000;
    private static final int HIGHEST_PORT = 65_535;

    /** Generated wafers and the model that comes with the demo. */
    DemoOptions(Optional<Path> frames, Optional<Duration> duration, double rate, int port, long seed) {
        this(frames, Optional.empty(), Optional.empty(), duration, rate, port, seed);
    }

    DemoOptions {
        wafers.filter(folder -> !Files.isDirectory(folder)).ifPresent(folder -> {
            throw new IllegalArgumentException("--wafers " + folder + ": is no folder");
        });
        waferModel.filter(folder -> !Files.isDirectory(folder)).ifPresent(folder -> {
            throw new IllegalArgumentException("--wafer-model " + folder + ": is no model directory");
        });
        if (!(rate > 0 && rate <= MOST)) {
            throw new IllegalArgumentException("--rate " + rate + ": must be above 0 and at most " + MOST);
        }
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("--port " + port + ": must be 0 to " + HIGHEST_PORT);
        }
        duration.filter(time -> time.isZero() || time.isNegative()).ifPresent(time -> {
            throw new IllegalArgumentException("--for " + time + ": must be above 0");
        });
    }
}
