package io.fleck.cluster.registry;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;

/**
 * A schema as one version of a subject.
 *
 * @param deleted whether it is hidden from those who don't ask for deleted versions
 */
record SchemaVersion(String subject, int version, int id, AvroSchema schema, boolean deleted) {
    SchemaVersion softDeleted() {
        return new SchemaVersion(subject, version, id, schema, true);
    }

    /** The schema as it is stored and compared: Avro's JSON without insignificant white space. */
    String text() {
        return schema.canonicalString();
    }
}
