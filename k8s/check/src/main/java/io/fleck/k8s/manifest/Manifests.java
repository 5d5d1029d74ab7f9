package io.fleck.k8s.manifest;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;

/**
 * Everything that one overlay sends to a cluster.
 *
 * @param overlay its name
 * @param objects in kustomize's order
 */
public record Manifests(String overlay, List<HasMetadata> objects) {
    /** Keeps a copy. */
    public Manifests {
        objects = List.copyOf(objects);
    }

    /** All objects of a type. */
    public <T extends HasMetadata> List<T> all(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The object of a type and name. */
    public <T extends HasMetadata> Optional<T> find(Class<T> type, String name) {
        return all(type).stream()
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst();
    }

    /** Whether there is one. */
    public <T extends HasMetadata> boolean has(Class<T> type, String name) {
        return find(type, name).isPresent();
    }
}
