package io.fleck.avro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.JsonProperties;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How every schema has to be written. */
final class SchemaStyleTest {
    private static final int SHORTEST_DOC = 12;

    static Stream<String> records() {
        return SchemaFiles.current().keySet().stream();
    }

    @Test
    void shouldHoldARecordForEachTopic() {
        assertThat(records())
                .as("records; dead letters are raw bytes")
                .containsExactly(
                        "Alert",
                        "AnomalyEvent",
                        "AnomalyMask",
                        "CameraFrame",
                        "FramePreview",
                        "InspectionResult",
                        "LotSummary",
                        "NovelPattern",
                        "OperatorFeedback",
                        "StationRecipe",
                        "WaferClass",
                        "WaferDefectMap");
    }

    @ParameterizedTest
    @MethodSource("records")
    void shouldCarryTheNameOfItsFile(String record) {
        assertThat(SchemaFiles.current(record).getFullName()).isEqualTo("io.fleck.avro." + record);
    }

    @ParameterizedTest
    @MethodSource("records")
    void shouldDocumentEveryTypeAndField(String record) {
        List<String> undocumented = new ArrayList<>();
        SchemaFiles.visit(SchemaFiles.current(record), schema -> {
            if (schema.getType() == Schema.Type.ENUM || schema.getType() == Schema.Type.RECORD) {
                require(schema.getName(), schema.getDoc(), undocumented);
            }
            fields(schema).forEach(field -> require(schema.getName() + "." + field.name(), field.doc(), undocumented));
        });
        assertThat(undocumented)
                .as("types and fields of %s without a sentence", record)
                .isEmpty();
    }

    private static void require(String what, String doc, List<String> undocumented) {
        if (doc == null || doc.length() < SHORTEST_DOC || !doc.endsWith(".")) {
            undocumented.add(what + ": " + doc);
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void shouldReadUnknownSymbolsOfAnEnumAsItsDefault(String record) {
        SchemaFiles.visit(SchemaFiles.current(record), schema -> {
            if (schema.getType() == Schema.Type.ENUM) {
                assertThat(schema.getEnumDefault())
                        .as("default of %s in %s", schema.getName(), record)
                        .isEqualTo("UNKNOWN");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("records")
    void shouldGiveTimesInMicroseconds(String record) {
        SchemaFiles.visit(
                SchemaFiles.current(record),
                schema -> fields(schema).forEach(field -> {
                    boolean time = field.name().equals("at") || field.name().endsWith("At");
                    assertThat(timestamp(field.schema()))
                            .as("%s.%s of type %s", record, field.name(), field.schema())
                            .isEqualTo(time);
                    assertThat(!time || field.doc().contains("microseconds since 1970-01-01T00:00:00Z"))
                            .as("unit in the doc of %s.%s", record, field.name())
                            .isTrue();
                }));
    }

    private static boolean timestamp(Schema schema) {
        Schema value = schema.getType() == Schema.Type.UNION ? schema.getTypes().get(1) : schema;
        assertThat(value.getLogicalType() == null || value.getLogicalType() instanceof LogicalTypes.TimestampMicros)
                .as("logical type of %s", value)
                .isTrue();
        return value.getLogicalType() != null;
    }

    @ParameterizedTest
    @MethodSource("records")
    void shouldLetOptionalFieldsBeAbsentByDefault(String record) {
        SchemaFiles.visit(
                SchemaFiles.current(record),
                schema -> fields(schema).stream()
                        .filter(field -> field.schema().getType() == Schema.Type.UNION)
                        .forEach(field -> {
                            assertThat(field.schema().getTypes().get(0).getType())
                                    .as("first branch of %s.%s", record, field.name())
                                    .isEqualTo(Schema.Type.NULL);
                            assertThat(field.schema().getTypes())
                                    .as("branches of %s.%s", record, field.name())
                                    .hasSize(2);
                            assertThat(field.defaultVal())
                                    .as("default of %s.%s", record, field.name())
                                    .isEqualTo(JsonProperties.NULL_VALUE);
                        }));
    }

    /** 200,000 defects as records would be 200,000 objects; as arrays of primitives they are a handful. */
    @Test
    void shouldHoldDefectsInArraysOfPrimitives() {
        List<Schema> items = new ArrayList<>();
        SchemaFiles.visit(SchemaFiles.current("WaferDefectMap"), schema -> {
            if (schema.getType() == Schema.Type.ARRAY) {
                items.add(schema.getElementType());
            }
        });
        assertThat(items)
                .as("element types of the arrays of a wafer map")
                .hasSizeGreaterThanOrEqualTo(8)
                .allMatch(item -> item.getType() == Schema.Type.FLOAT || item.getType() == Schema.Type.INT);
    }

    /** Files stand alone, so shared types are written out in each; here is what keeps them the same. */
    @Test
    void shouldDefineASharedTypeTheSameWayEverywhere() {
        Map<String, Schema> known = new HashMap<>();
        SchemaFiles.current()
                .forEach((record, file) -> SchemaFiles.visit(file, schema -> {
                    if (schema.getType() == Schema.Type.ENUM || schema.getType() == Schema.Type.RECORD) {
                        Schema first = known.putIfAbsent(schema.getFullName(), schema);
                        assertThat(schema.toString())
                                .as("%s in %s against an earlier file", schema.getName(), record)
                                .isEqualTo(first == null ? schema.toString() : first.toString());
                    }
                }));
        assertThat(known).as("named types, shared ones among them").containsKey("io.fleck.avro.Rectangle");
    }

    private static List<Schema.Field> fields(Schema schema) {
        return schema.getType() == Schema.Type.RECORD ? schema.getFields() : List.of();
    }
}
