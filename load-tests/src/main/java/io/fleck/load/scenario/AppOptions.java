package io.fleck.load.scenario;

import io.fleck.cli.Fleck;
import io.fleck.load.engine.EngineFaults;
import io.fleck.load.engine.FaultyEngineProvider;
import io.fleck.load.process.ShiftedAppMain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In what an instance of the application differs from the usual one.
 *
 * @param mainClass main class, the launcher's own unless the clock shifts
 * @param settings of its configuration file
 * @param jvm options of its JVM
 */
record AppOptions(String mainClass, Map<String, String> settings, List<String> jvm) {
    /** The production command. */
    static final AppOptions USUAL = new AppOptions(Fleck.class.getName(), Map.of(), List.of());

    AppOptions {
        settings = Map.copyOf(settings);
        jvm = List.copyOf(jvm);
    }

    AppOptions withShiftingClock() {
        return new AppOptions(ShiftedAppMain.class.getName(), settings, jvm);
    }

    AppOptions with(String key, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(key, value);
        return new AppOptions(mainClass, more, jvm);
    }

    AppOptions withJvm(List<String> options) {
        List<String> more = new ArrayList<>(jvm);
        more.addAll(options);
        return new AppOptions(mainClass, settings, more);
    }

    AppOptions withFaults(EngineFaults faults) {
        return with("engine.name", FaultyEngineProvider.NAME).withJvm(faults.jvmOptions());
    }

    AppOptions withState(Path directory) {
        return with("state.dir", directory.toString());
    }
}
