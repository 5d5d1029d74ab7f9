package io.fleck.avro;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityResult;

/** FULL_TRANSITIVE: every version reads every other. */
final class Evolution {
    private Evolution() {}

    /**
     * The first reason why a schema cannot follow the released ones.
     *
     * @param released by version number
     */
    static Optional<String> contradiction(Schema schema, Map<Integer, Schema> released) {
        return new TreeMap<>(released)
                .entrySet().stream()
                        .flatMap(version -> contradiction(schema, version.getKey(), version.getValue()).stream())
                        .findFirst();
    }

    private static Optional<String> contradiction(Schema schema, int number, Schema version) {
        return reading(schema, version)
                .map(reason -> "today's schema cannot read v" + number + ": " + reason)
                .or(() -> reading(version, schema)
                        .map(reason -> "v" + number + " cannot read today's schema: " + reason));
    }

    private static Optional<String> reading(Schema reader, Schema writer) {
        SchemaCompatibilityResult result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult();
        return result.getIncompatibilities().stream().findFirst().map(Evolution::text);
    }

    private static String text(Incompatibility incompatibility) {
        return incompatibility.getType() + " at " + incompatibility.getLocation() + ": " + incompatibility.getMessage();
    }
}
