package io.fleck.cluster.registry;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Schemas, their ids and the rules that guard them. Every change is in the journal before it can be seen.
 *
 * <p>Safe for use by several threads.
 */
final class SchemaStore implements AutoCloseable {
    private final Journal journal;
    private final CompatibilityLevel defaultLevel;
    private final RegistryState state = new RegistryState();

    private SchemaStore(Journal journal, CompatibilityLevel defaultLevel) {
        this.journal = journal;
        this.defaultLevel = defaultLevel;
    }

    /**
     * A store with everything that the journal holds.
     *
     * @param defaultLevel what holds where nobody has set a level
     */
    static SchemaStore open(Journal journal, CompatibilityLevel defaultLevel) {
        SchemaStore store = new SchemaStore(journal, defaultLevel);
        journal.replay().forEach(store.state::apply);
        return store;
    }

    /**
     * Makes the schema the newest version of the subject, or finds it there.
     *
     * @return the schema's id, the same in every subject
     */
    synchronized int register(String subject, AvroSchema schema) throws Refusal {
        Versions versions = state.versions(subject);
        Optional<SchemaVersion> known = versions.live().with(schema);
        if (known.isPresent()) {
            return known.get().id();
        }
        requireWritable(subject);
        List<String> differences = versions.live().differences(schema, levelFor(subject));
        if (!differences.isEmpty()) {
            throw Refusal.incompatible(subject, differences);
        }
        int id = idOf(schema);
        commit(new Change.Registered(subject, versions.next(), id, schema.canonicalString()));
        return id;
    }

    private int idOf(AvroSchema schema) {
        String text = schema.canonicalString();
        return state.all()
                .filter(version -> version.text().equals(text))
                .findFirst()
                .map(SchemaVersion::id)
                .orElseGet(state::nextId);
    }

    /** What speaks against the schema as the subject's next version, by the subject's level; empty when nothing does. */
    synchronized List<String> differences(String subject, AvroSchema schema) {
        return state.versions(subject).live().differences(schema, levelFor(subject));
    }

    /** The same against one version. Nothing speaks against the first version of a subject. */
    synchronized List<String> differences(String subject, AvroSchema schema, VersionName name) throws Refusal {
        Optional<SchemaVersion> other = state.versions(subject).live().named(name);
        if (other.isEmpty() && !name.latest()) {
            throw Refusal.versionNotFound(name.number());
        }
        return new Versions(other.stream().toList()).differences(schema, levelFor(subject));
    }

    /** The version of the subject that has this schema. */
    synchronized SchemaVersion lookUp(String subject, AvroSchema schema, boolean deletedToo) throws Refusal {
        return versions(subject, deletedToo).with(schema).orElseThrow(Refusal::schemaNotFound);
    }

    /** Names of the subjects in order. */
    synchronized List<String> subjects(boolean deletedToo) {
        return state.subjects().stream()
                .filter(subject -> deletedToo || !state.versions(subject).live().isEmpty())
                .toList();
    }

    /** Versions of a subject, at least one. */
    synchronized Versions versions(String subject, boolean deletedToo) throws Refusal {
        Versions versions = state.versions(subject);
        Versions visible = deletedToo ? versions : versions.live();
        if (visible.isEmpty()) {
            throw Refusal.subjectNotFound(subject);
        }
        return visible;
    }

    /** One version of a subject. */
    synchronized SchemaVersion version(String subject, VersionName name, boolean deletedToo) throws Refusal {
        return versions(subject, deletedToo).named(name).orElseThrow(() -> Refusal.versionNotFound(name.number()));
    }

    /** Every version that has this id, at least one; deleted versions keep their id until they are forgotten. */
    synchronized List<SchemaVersion> withId(int id) throws Refusal {
        List<SchemaVersion> versions =
                state.all().filter(version -> version.id() == id).toList();
        if (versions.isEmpty()) {
            throw Refusal.schemaNotFound(id);
        }
        return versions;
    }

    /** Every version of every subject. */
    synchronized List<SchemaVersion> all(boolean deletedToo) {
        return state.all().filter(version -> deletedToo || !version.deleted()).toList();
    }

    /**
     * Hides all versions of a subject, with the settings of its own, or forgets versions that are hidden.
     *
     * @return the versions that this was done to
     */
    synchronized List<Integer> deleteSubject(String subject, boolean permanent) throws Refusal {
        Versions versions = versions(subject, true);
        requireWritable(subject);
        Versions live = versions.live();
        if (permanent && !live.isEmpty()) {
            throw Refusal.subjectNotSoftDeleted(subject);
        }
        if (!permanent && live.isEmpty()) {
            throw Refusal.subjectSoftDeleted(subject);
        }
        List<Integer> affected = permanent ? versions.numbers() : live.numbers();
        Stream<Change> deletions = affected.stream().map(number -> new Change.Deleted(subject, number, permanent));
        Stream<Change> settings =
                Stream.of(new Change.CompatibilitySet(subject, null), new Change.ModeSet(subject, null));
        commit(Stream.concat(deletions, settings).toArray(Change[]::new));
        return affected;
    }

    /**
     * Hides one version, or forgets it when it is hidden.
     *
     * @return the version's number
     */
    synchronized int deleteVersion(String subject, VersionName name, boolean permanent) throws Refusal {
        SchemaVersion version = version(subject, name, true);
        requireWritable(subject);
        if (permanent && !version.deleted()) {
            throw Refusal.versionNotSoftDeleted(subject, version.version());
        }
        if (!permanent && version.deleted()) {
            throw Refusal.versionSoftDeleted(subject, version.version());
        }
        commit(new Change.Deleted(subject, version.version(), permanent));
        return version.version();
    }

    /** The level that holds where a subject has none of its own. */
    synchronized CompatibilityLevel level() {
        return state.level().orElse(defaultLevel);
    }

    /** The subject's own level, if it has one. */
    synchronized Optional<CompatibilityLevel> level(String subject) {
        return state.level(subject);
    }

    private CompatibilityLevel levelFor(String subject) {
        return state.level(subject).orElseGet(this::level);
    }

    /** Sets a level, for the whole registry when the subject is null; a level of null takes the setting back. */
    synchronized void setLevel(@Nullable String subject, @Nullable CompatibilityLevel level) throws Refusal {
        commit(new Change.CompatibilitySet(subject, level));
    }

    /** The mode that holds where a subject has none of its own. */
    synchronized Mode mode() {
        return state.mode();
    }

    /** The subject's own mode, if it has one. */
    synchronized Optional<Mode> mode(String subject) {
        return state.mode(subject);
    }

    /** Sets a mode, for the whole registry when the subject is null; a mode of null takes the setting back. */
    synchronized void setMode(@Nullable String subject, @Nullable Mode mode) throws Refusal {
        commit(new Change.ModeSet(subject, mode));
    }

    private void requireWritable(String subject) throws Refusal {
        if (state.mode(subject).orElseGet(state::mode) == Mode.READONLY) {
            throw Refusal.readOnly(subject);
        }
    }

    private void commit(Change... changes) throws Refusal {
        List<Change> list = List.of(changes);
        try {
            journal.append(list);
        } catch (RegistryException e) {
            throw Refusal.storeFailed(String.valueOf(e.getMessage()));
        }
        list.forEach(state::apply);
    }

    @Override
    public synchronized void close() {
        journal.close();
    }
}
