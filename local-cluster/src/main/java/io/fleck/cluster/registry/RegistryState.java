package io.fleck.cluster.registry;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the journal's changes add up to. It applies changes and answers questions; whether a change is allowed is the
 * {@link SchemaStore}'s business.
 */
final class RegistryState {
    private final NavigableMap<String, NavigableMap<Integer, SchemaVersion>> subjects = new TreeMap<>();
    private final Map<String, CompatibilityLevel> levels = new HashMap<>();
    private final Map<String, Mode> modes = new HashMap<>();
    private @Nullable CompatibilityLevel level;
    private @Nullable Mode mode;
    private int highestId;

    void apply(Change change) {
        if (change instanceof Change.Registered registered) {
            register(registered);
        } else if (change instanceof Change.Deleted deleted) {
            delete(deleted);
        } else if (change instanceof Change.CompatibilitySet set) {
            if (set.subject() == null) {
                level = set.level();
            } else {
                put(levels, set.subject(), set.level());
            }
        } else if (change instanceof Change.ModeSet set) {
            if (set.subject() == null) {
                mode = set.mode();
            } else {
                put(modes, set.subject(), set.mode());
            }
        }
    }

    private static <V> void put(Map<String, V> map, String subject, @Nullable V value) {
        if (value == null) {
            map.remove(subject);
        } else {
            map.put(subject, value);
        }
    }

    private void register(Change.Registered change) {
        highestId = Math.max(highestId, change.id());
        subjects.computeIfAbsent(change.subject(), subject -> new TreeMap<>())
                .put(
                        change.version(),
                        new SchemaVersion(
                                change.subject(),
                                change.version(),
                                change.id(),
                                new AvroSchema(change.schema()),
                                false));
    }

    private void delete(Change.Deleted change) {
        NavigableMap<Integer, SchemaVersion> versions = subjects.getOrDefault(change.subject(), new TreeMap<>());
        if (change.permanent()) {
            versions.remove(change.version());
        } else {
            versions.computeIfPresent(change.version(), (number, version) -> version.softDeleted());
        }
        if (versions.isEmpty()) {
            subjects.remove(change.subject());
        }
    }

    /** Ids are never given twice, also not those of versions that are forgotten. */
    int nextId() {
        return highestId + 1;
    }

    /** Names of all subjects in order, also those of which every version is hidden. */
    Collection<String> subjects() {
        return subjects.keySet();
    }

    /** All versions of a subject in order, hidden ones among them; empty for a subject that is not known. */
    Versions versions(String subject) {
        return new Versions(
                List.copyOf(subjects.getOrDefault(subject, new TreeMap<>()).values()));
    }

    /** All versions of all subjects, hidden ones among them, by subject and version. */
    Stream<SchemaVersion> all() {
        return subjects.values().stream().flatMap(versions -> versions.values().stream());
    }

    Optional<CompatibilityLevel> level() {
        return Optional.ofNullable(level);
    }

    Optional<CompatibilityLevel> level(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    Mode mode() {
        return mode == null ? Mode.READWRITE : mode;
    }

    Optional<Mode> mode(String subject) {
        return Optional.ofNullable(modes.get(subject));
    }
}
