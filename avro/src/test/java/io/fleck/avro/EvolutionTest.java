package io.fleck.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Today's schemas against every version that was ever released, and proof that the check would bite. */
final class EvolutionTest {
    private static final String FRAME = SchemaFiles.current("CameraFrame").toString();

    static Stream<String> records() {
        return SchemaFiles.current().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("records")
    void shouldFollowEveryReleasedVersion(String record) {
        assertThat(Evolution.contradiction(SchemaFiles.current(record), SchemaFiles.released(record)))
                .as("contradiction of %s", record)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("records")
    void shouldHaveReleasedVersionsWithoutGaps(String record) {
        Map<Integer, Schema> versions = SchemaFiles.released(record);
        assertThat(versions.keySet())
                .as("released versions of %s", record)
                .isNotEmpty()
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, versions.size()).boxed().toList());
    }

    @Test
    void shouldNeverDropARecordThatWasReleased() {
        assertThat(SchemaFiles.released())
                .as("records with released versions")
                .containsExactlyElementsOf(records().toList());
    }

    static Stream<Arguments> breakingChanges() {
        return Stream.of(
                arguments(
                        "a field without a default is added",
                        replace(
                                "\"fields\":[{\"name\":\"id\"",
                                "\"fields\":[{\"name\":\"n\",\"type\":\"int\"},{\"name\":\"id\""),
                        "today's schema cannot read v1: READER_FIELD_MISSING_DEFAULT_VALUE at /fields/0"),
                arguments(
                        "a field without a default is removed",
                        without("sequence"),
                        "v1 cannot read today's schema: READER_FIELD_MISSING_DEFAULT_VALUE"),
                arguments(
                        "a field is renamed",
                        replace("\"name\":\"camera\"", "\"name\":\"cameraId\""),
                        "today's schema cannot read v1: READER_FIELD_MISSING_DEFAULT_VALUE at /fields/1"),
                arguments(
                        "a type is narrowed",
                        replace("\"sequence\",\"type\":\"long\"", "\"sequence\",\"type\":\"int\""),
                        "today's schema cannot read v1: TYPE_MISMATCH"),
                arguments(
                        "a type is widened",
                        replace("\"width\",\"type\":\"int\"", "\"width\",\"type\":\"long\""),
                        "v1 cannot read today's schema: TYPE_MISMATCH"),
                arguments(
                        "the record is renamed",
                        replace("\"name\":\"CameraFrame\"", "\"name\":\"Frame\""),
                        "today's schema cannot read v1: NAME_MISMATCH"),
                arguments(
                        "an enum loses a symbol and its default",
                        replace(",\"BayerBG16\"],\"default\":\"UNKNOWN\"", "]"),
                        "today's schema cannot read v1: MISSING_ENUM_SYMBOLS"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breakingChanges")
    void shouldRefuse(String change, Schema changed, String reason) {
        assertThat(Evolution.contradiction(changed, SchemaFiles.released("CameraFrame")))
                .as(change)
                .hasValueSatisfying(found -> assertThat(found).startsWith(reason));
    }

    static Stream<Arguments> allowedChanges() {
        return Stream.of(
                arguments(
                        "a field with a default is added",
                        replace(
                                "\"fields\":[{\"name\":\"id\"",
                                "\"fields\":[{\"name\":\"n\",\"type\":\"int\",\"default\":0},{\"name\":\"id\"")),
                arguments("a field with a default is removed", without("stride")),
                arguments("an enum gains a symbol", replace("\"BayerBG16\"]", "\"BayerBG16\",\"Mono14\"]")),
                arguments("a text is corrected", replace("Production line.", "Line of production.")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("allowedChanges")
    void shouldAllow(String change, Schema changed) {
        assertThat(Evolution.contradiction(changed, SchemaFiles.released("CameraFrame")))
                .as(change)
                .isEmpty();
    }

    /** Two changes that each follow the version before, and together contradict the first. */
    @Test
    void shouldCompareWithOldVersionsToo() {
        Schema first = schema("{\"name\":\"b\",\"type\":\"int\"}");
        Schema second = schema("");
        Schema third = schema("{\"name\":\"b\",\"type\":\"string\",\"default\":\"\"}");
        assertThat(Evolution.contradiction(third, Map.of(2, second)))
                .as("against the version before alone")
                .isEmpty();
        assertThat(Evolution.contradiction(third, Map.of(1, first, 2, second)))
                .as("against all versions")
                .hasValueSatisfying(found -> assertThat(found).contains("v1").contains("TYPE_MISMATCH"));
    }

    private static Schema schema(String field) {
        return new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"R\",\"fields\":[" + field + "]}");
    }

    private static Schema replace(String before, String after) {
        assertThat(FRAME).as("the text to change").contains(before);
        return new Schema.Parser().parse(FRAME.replace(before, after));
    }

    private static Schema without(String name) {
        Schema frame = SchemaFiles.current("CameraFrame");
        List<Schema.Field> kept = frame.getFields().stream()
                .filter(field -> !field.name().equals(name))
                .map(field -> new Schema.Field(field, field.schema()))
                .toList();
        assertThat(kept).as("fields without %s", name).hasSize(frame.getFields().size() - 1);
        return Schema.createRecord(frame.getName(), frame.getDoc(), frame.getNamespace(), false, kept);
    }
}
