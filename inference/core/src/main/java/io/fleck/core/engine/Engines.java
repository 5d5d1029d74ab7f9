package io.fleck.core.engine;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Chooses among the engines that a deployment brings along. */
public final class Engines {
    /** The name that stands for the best engine that this machine can run. */
    public static final String AUTO = "auto";

    private Engines() {}

    /**
     * The engine of that name, or for {@link #AUTO} the available one of lowest preference among those that are
     * {@link EngineProvider#automatic()}.
     *
     * @throws IllegalArgumentException when no engine on the class path has that name; the message lists those there are
     * @throws EngineUnavailableException when it cannot run on this machine
     */
    public static EngineProvider select(String name) {
        return select(name, ServiceLoader.load(EngineProvider.class));
    }

    static EngineProvider select(String name, Iterable<EngineProvider> providers) {
        Map<String, EngineProvider> byName = byName(providers);
        if (name.equals(AUTO)) {
            return best(byName.values().stream()
                    .filter(EngineProvider::automatic)
                    .sorted(Comparator.comparingInt(EngineProvider::preference))
                    .toList());
        }
        EngineProvider provider = byName.get(name);
        if (provider == null) {
            throw new IllegalArgumentException(
                    "engine '" + name + "' is not on the class path; allowed are auto and " + byName.keySet());
        }
        provider.unavailable().ifPresent(reason -> {
            throw new EngineUnavailableException("engine " + name + " cannot run here: " + reason);
        });
        return provider;
    }

    private static Map<String, EngineProvider> byName(Iterable<EngineProvider> providers) {
        Map<String, EngineProvider> byName = new LinkedHashMap<>();
        providers.forEach(provider -> byName.put(provider.name(), provider));
        return byName;
    }

    private static EngineProvider best(List<EngineProvider> ordered) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (EngineProvider provider : ordered) {
            Optional<String> reason = provider.unavailable();
            if (reason.isEmpty()) {
                return provider;
            }
            reasons.put(provider.name(), reason.get());
        }
        throw new EngineUnavailableException(
                "no engine can run here: " + (reasons.isEmpty() ? "none is on the class path" : describe(reasons)));
    }

    private static String describe(Map<String, String> reasons) {
        return reasons.entrySet().stream()
                .map(reason -> reason.getKey() + ": " + reason.getValue())
                .collect(Collectors.joining("; "));
    }
}
