package io.fleck.load.scenario;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All scenarios by name. */
public final class Scenarios {
    private static final List<Scenario> USUAL = List.of(
            new KillApp(),
            new Sigterm(),
            new RollingRestart(),
            new RegistryAway(),
            new PoisonedFrames(),
            new EngineFailures(),
            new EngineHang(),
            new Overload(),
            new FullDisk(),
            new ClockJump(),
            new KillBroker());

    private static final Scenario MILLION = new Million();

    private Scenarios() {}

    /** Those that run when none is named; scenarios on the same cluster follow one another. */
    public static List<Scenario> usual() {
        return USUAL;
    }

    /** One by its name, the million among them. */
    public static Optional<Scenario> byName(String name) {
        return all().stream().filter(scenario -> scenario.name().equals(name)).findFirst();
    }

    /** Whether a scenario is the one that takes a million frames. */
    public static boolean isMillion(Scenario scenario) {
        return scenario == MILLION;
    }

    /** All of them. */
    public static List<Scenario> all() {
        return Stream.concat(USUAL.stream(), Stream.of(MILLION)).toList();
    }
}
