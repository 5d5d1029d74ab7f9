package io.fleck.cluster.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The part of the protocol that is about schemas: /schemas, /subjects and /compatibility. */
final class SchemaRoutes {
    private final SchemaStore store;

    SchemaRoutes(SchemaStore store) {
        this.store = store;
    }

    List<Route> routes() {
        return Stream.of(schemas(), subjects(), compatibility())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> schemas() {
        return List.of(
                Route.of("GET", "/schemas/types", (request, names) -> List.of(AvroSchema.TYPE)),
                Route.of("GET", "/schemas", (request, names) -> listAll(request)),
                Route.of("GET", "/schemas/ids/{id}", (request, names) -> Map.of("schema", textOf(names.get(0)))),
                Route.of(
                        "GET", "/schemas/ids/{id}/schema", (request, names) -> new Route.RawJson(textOf(names.get(0)))),
                Route.of(
                        "GET",
                        "/schemas/ids/{id}/subjects",
                        (request, names) -> usesOf(names.get(0), request)
                                .map(SchemaVersion::subject)
                                .distinct()
                                .toList()),
                Route.of(
                        "GET",
                        "/schemas/ids/{id}/versions",
                        (request, names) -> usesOf(names.get(0), request)
                                .map(use -> Map.of("subject", use.subject(), "version", use.version()))
                                .toList()));
    }

    private List<Route> subjects() {
        return List.of(
                Route.of("GET", "/subjects", (request, names) -> listSubjects(request)),
                Route.of(
                        "POST",
                        "/subjects/{subject}",
                        (request, names) ->
                                entity(store.lookUp(names.get(0), schemaIn(request), request.flag("deleted")))),
                Route.of(
                        "DELETE",
                        "/subjects/{subject}",
                        (request, names) -> store.deleteSubject(names.get(0), request.flag("permanent"))),
                Route.of(
                        "GET",
                        "/subjects/{subject}/versions",
                        (request, names) -> store.versions(names.get(0), request.flag("deleted"))
                                .numbers()),
                Route.of(
                        "POST",
                        "/subjects/{subject}/versions",
                        (request, names) -> Map.of("id", store.register(names.get(0), schemaIn(request)))),
                Route.of(
                        "GET",
                        "/subjects/{subject}/versions/{version}",
                        (request, names) -> entity(version(request, names))),
                Route.of(
                        "GET",
                        "/subjects/{subject}/versions/{version}/schema",
                        (request, names) ->
                                new Route.RawJson(version(request, names).text())),
                Route.of("GET", "/subjects/{subject}/versions/{version}/referencedby", (request, names) -> {
                    version(request, names);
                    return List.of(); // there are no references here
                }),
                Route.of(
                        "DELETE",
                        "/subjects/{subject}/versions/{version}",
                        (request, names) -> store.deleteVersion(
                                names.get(0), VersionName.of(names.get(1)), request.flag("permanent"))));
    }

    private List<Route> compatibility() {
        return List.of(
                Route.of(
                        "POST",
                        "/compatibility/subjects/{subject}/versions",
                        (request, names) -> verdict(request, store.differences(names.get(0), schemaIn(request)))),
                Route.of(
                        "POST",
                        "/compatibility/subjects/{subject}/versions/{version}",
                        (request, names) -> verdict(
                                request,
                                store.differences(names.get(0), schemaIn(request), VersionName.of(names.get(1))))));
    }

    private static AvroSchema schemaIn(RegistryRequest request) throws Refusal {
        JsonNode body = request.json();
        return SchemaReader.read(body, request.flag("normalize"));
    }

    private SchemaVersion version(RegistryRequest request, List<String> names) throws Refusal {
        return store.version(names.get(0), VersionName.of(names.get(1)), request.flag("deleted"));
    }

    private String textOf(String id) throws Refusal {
        return store.withId(number(id)).get(0).text();
    }

    private Stream<SchemaVersion> usesOf(String id, RegistryRequest request) throws Refusal {
        return store.withId(number(id)).stream().filter(use -> request.flag("deleted") || !use.deleted());
    }

    private static int number(String id) throws Refusal {
        try {
            return Integer.parseInt(id);
        } catch (NumberFormatException e) {
            throw Refusal.notFound();
        }
    }

    private List<String> listSubjects(RegistryRequest request) {
        String prefix = request.query().getOrDefault("subjectPrefix", "");
        return store.subjects(request.flag("deleted")).stream()
                .filter(subject -> subject.startsWith(prefix))
                .toList();
    }

    private List<Map<String, Object>> listAll(RegistryRequest request) {
        String prefix = request.query().getOrDefault("subjectPrefix", "");
        Map<String, SchemaVersion> shown = new LinkedHashMap<>();
        for (SchemaVersion version : store.all(request.flag("deleted"))) {
            String key = version.subject() + (request.flag("latestOnly") ? "" : "/" + version.version());
            shown.put(key, version);
        }
        return shown.values().stream()
                .filter(version -> version.subject().startsWith(prefix))
                .map(SchemaRoutes::entity)
                .toList();
    }

    private static Map<String, Object> entity(SchemaVersion version) {
        Map<String, Object> entity = new LinkedHashMap<>();
        entity.put("subject", version.subject());
        entity.put("version", version.version());
        entity.put("id", version.id());
        entity.put("schema", version.text());
        return entity;
    }

    private static Map<String, Object> verdict(RegistryRequest request, List<String> differences) {
        Map<String, Object> verdict = new LinkedHashMap<>();
        verdict.put("is_compatible", differences.isEmpty());
        if (request.flag("verbose")) {
            verdict.put("messages", differences);
        }
        return verdict;
    }
}
