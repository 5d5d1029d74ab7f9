package io.fleck.cluster.registry;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The part of the protocol that is about rules: /config and /mode, for the registry and for single subjects. */
final class SettingRoutes {
    private final SchemaStore store;

    SettingRoutes(SchemaStore store) {
        this.store = store;
    }

    List<Route> routes() {
        return Stream.of(levels(), modes()).flatMap(List::stream).toList();
    }

    private List<Route> levels() {
        return List.of(
                Route.of("GET", "/config", (request, names) -> shown(store.level())),
                Route.of("PUT", "/config", (request, names) -> setLevel(null, request)),
                Route.of("DELETE", "/config", (request, names) -> {
                    CompatibilityLevel before = store.level();
                    store.setLevel(null, null);
                    return shown(before);
                }),
                Route.of("GET", "/config/{subject}", (request, names) -> shown(subjectLevel(request, names.get(0)))),
                Route.of("PUT", "/config/{subject}", (request, names) -> setLevel(names.get(0), request)),
                Route.of("DELETE", "/config/{subject}", (request, names) -> {
                    String subject = names.get(0);
                    CompatibilityLevel before =
                            store.level(subject).orElseThrow(() -> Refusal.subjectNotFound(subject));
                    store.setLevel(subject, null);
                    return shown(before);
                }));
    }

    private List<Route> modes() {
        return List.of(
                Route.of("GET", "/mode", (request, names) -> shown(store.mode())),
                Route.of("PUT", "/mode", (request, names) -> setMode(null, request)),
                Route.of("GET", "/mode/{subject}", (request, names) -> shown(subjectMode(request, names.get(0)))),
                Route.of("PUT", "/mode/{subject}", (request, names) -> setMode(names.get(0), request)),
                Route.of("DELETE", "/mode/{subject}", (request, names) -> {
                    String subject = names.get(0);
                    Mode before = store.mode(subject).orElseThrow(() -> Refusal.subjectNotFound(subject));
                    store.setMode(subject, null);
                    return shown(before);
                }));
    }

    private CompatibilityLevel subjectLevel(RegistryRequest request, String subject) throws Refusal {
        Optional<CompatibilityLevel> own = store.level(subject);
        if (own.isEmpty() && !request.flag("defaultToGlobal")) {
            throw Refusal.noSubjectCompatibility(subject);
        }
        return own.orElseGet(store::level);
    }

    private Mode subjectMode(RegistryRequest request, String subject) throws Refusal {
        Optional<Mode> own = store.mode(subject);
        if (own.isEmpty() && !request.flag("defaultToGlobal")) {
            throw Refusal.noSubjectMode(subject);
        }
        return own.orElseGet(store::mode);
    }

    /** The protocol names the level differently in what it takes and in what it tells. */
    private static Map<String, String> shown(CompatibilityLevel level) {
        return Map.of("compatibilityLevel", level.name());
    }

    private static Map<String, String> shown(Mode mode) {
        return Map.of("mode", mode.name());
    }

    private Map<String, String> setLevel(@Nullable String subject, RegistryRequest request) throws Refusal {
        String name = request.json().path("compatibility").asText("");
        CompatibilityLevel level = CompatibilityLevel.forName(name.toUpperCase(Locale.ROOT));
        if (level == null) {
            throw Refusal.invalidCompatibility();
        }
        store.setLevel(subject, level);
        return Map.of("compatibility", level.name());
    }

    private Map<String, String> setMode(@Nullable String subject, RegistryRequest request) throws Refusal {
        String name = request.json().path("mode").asText("");
        Mode mode = Stream.of(Mode.values())
                .filter(candidate -> candidate.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(Refusal::invalidMode);
        store.setMode(subject, mode);
        return shown(mode);
    }
}
