package io.fleck.load.process;

import io.fleck.stream.app.FleckApp;
import io.fleck.stream.config.FleckConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/**
 * Main class of the application with a clock that jumps when told so: {@code ShiftedAppMain run --config FILE}, and on
 * standard input lines such as {@code PT45M} or {@code PT-2H}.
 */
public final class ShiftedAppMain {
    private static final int FILE_ARGUMENT = 2;
    private static final int SIGTERM = 143;

    private ShiftedAppMain() {}

    /** Runs until SIGTERM, or until standard input ends, which is what the death of the parent looks like. */
    public static void main(String[] args) throws IOException {
        ShiftingClock clock = new ShiftingClock(Clock.systemUTC());
        FleckApp app = FleckApp.start(FleckConfig.load(Path.of(args[FILE_ARGUMENT])), clock);
        Runtime.getRuntime().addShutdownHook(new Thread(app::close, "stop"));
        try (BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                clock.shift(Duration.parse(line));
            }
        }
        System.exit(SIGTERM);
    }
}
