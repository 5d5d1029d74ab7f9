package io.fleck.cluster.registry;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.ParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.SimpleParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Versions of one subject, oldest first.
 *
 * @param all none, some or all of the subject's versions
 */
record Versions(List<SchemaVersion> all) {
    Versions {
        all = List.copyOf(all);
    }

    /** Those that are not hidden. */
    Versions live() {
        return new Versions(all.stream().filter(version -> !version.deleted()).toList());
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** The newest version with exactly this schema. */
    Optional<SchemaVersion> with(AvroSchema schema) {
        String text = schema.canonicalString();
        return all.stream().filter(version -> version.text().equals(text)).reduce((older, newer) -> newer);
    }

    /** The version that is called so. */
    Optional<SchemaVersion> named(VersionName name) {
        return all.stream()
                .filter(version -> name.latest() || version.version() == name.number())
                .reduce((older, newer) -> newer);
    }

    /** The number of the version that comes after all of these. */
    int next() {
        return all.isEmpty() ? 1 : all.get(all.size() - 1).version() + 1;
    }

    List<Integer> numbers() {
        return all.stream().map(SchemaVersion::version).toList();
    }

    /** What speaks against the schema as the version after these, by Confluent's own rules; empty when nothing does. */
    List<String> differences(AvroSchema schema, CompatibilityLevel level) {
        List<ParsedSchemaHolder> earlier = new ArrayList<>();
        all.forEach(version -> earlier.add(new SimpleParsedSchemaHolder(version.schema())));
        return schema.isCompatible(level, earlier);
    }
}
