package io.fleck.cluster.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;

/** Reads the schema out of a request's body, and refuses by name what this registry does not do. */
final class SchemaReader {
    private static final List<String> UNSUPPORTED =
            List.of("references", "metadata", "ruleSet", "schemaTagsToAdd", "schemaTagsToRemove");

    private SchemaReader() {}

    /**
     * The schema, parsed and with its defaults checked.
     *
     * @param body an object with {@code schema} and, where it is Avro, {@code schemaType}
     * @param normalize whether to bring the schema into its normal form first
     */
    static AvroSchema read(JsonNode body, boolean normalize) throws Refusal {
        refuseUnsupported(body);
        String text = body.path("schema").asText("");
        if (text.isBlank()) {
            throw Refusal.invalidSchema("the schema is empty");
        }
        try {
            AvroSchema schema = new AvroSchema(text, List.of(), Map.of(), null, true);
            return normalize ? schema.normalize() : schema;
        } catch (AvroRuntimeException e) {
            throw Refusal.invalidSchema(String.valueOf(e.getMessage()));
        }
    }

    private static void refuseUnsupported(JsonNode body) throws Refusal {
        String type = body.path("schemaType").asText(AvroSchema.TYPE);
        if (!type.equals(AvroSchema.TYPE)) {
            throw Refusal.invalidSchema("schemaType " + type + " is not supported; this registry takes AVRO");
        }
        for (String field : UNSUPPORTED) {
            JsonNode value = body.path(field);
            if (!value.isMissingNode() && !value.isNull() && !value.isEmpty()) {
                throw Refusal.invalidSchema(field + " is not supported by this registry: " + value);
            }
        }
    }
}
