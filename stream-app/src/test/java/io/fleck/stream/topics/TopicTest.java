package io.fleck.stream.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TopicTest {
    @ParameterizedTest
    @EnumSource(value = Topic.class, mode = EnumSource.Mode.EXCLUDE, names = "DEAD_LETTERS")
    void shouldHoldTheRecordWhoseSchemaNamesIt(Topic topic) {
        Schema schema = SpecificData.get().getSchema(topic.type().orElseThrow());
        assertThat(schema.getDoc())
                .as("doc of %s, which %s holds", schema.getName(), topic)
                .containsPattern("(Topic|topic) " + topic.baseName().replace(".", "\\.") + "[ ,(]");
    }

    @ParameterizedTest
    @EnumSource(
            value = Topic.class,
            names = {"RECIPES", "WAFER_CLASSES"})
    void shouldSayInTheSchemaWhatIsCompacted(Topic topic) {
        Schema schema = SpecificData.get().getSchema(topic.type().orElseThrow());
        assertThat(schema.getDoc()).as("doc of %s", schema.getName()).contains("(compacted)");
    }

    @Test
    void shouldHoldDeadLettersAsTheyCame() {
        assertThat(Topic.DEAD_LETTERS.type()).as("record of dead letters").isEmpty();
    }

    @Test
    void shouldPutThePrefixBeforeEveryName() {
        Topics names = new Topics("line1.");
        assertThat(Arrays.stream(Topic.values()).map(names::name))
                .as("names under a prefix")
                .doesNotHaveDuplicates()
                .allMatch(name -> name.startsWith("line1.inspection."))
                .contains("line1.inspection.dead-letters");
        assertThat(Topics.unprefixed().name(Topic.FRAMES))
                .as("name without a prefix")
                .isEqualTo("inspection.frames");
    }
}
