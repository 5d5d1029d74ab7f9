package io.fleck.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.TopicLayout;
import io.fleck.stream.topics.Topics;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

final class RecordWriterTest {
    private static final Serializer<Integer> ZEROS = (topic, size) -> new byte[size];
    private final TopicLayout topics = TopicLayout.defaults(new Topics("line1."));
    private final RecordWriter writer = new RecordWriter(topics);

    @Test
    void shouldSendARecordToTheNodeOfItsTopic() {
        byte[] key = {1};
        Emission emission = writer.emission(Topic.RESULTS, key, ZEROS, 7);
        assertThat(emission.child()).isEqualTo("results");
        assertThat(emission.key()).isSameAs(key);
        assertThat(emission.value()).hasSize(7);
        assertThat(Emission.child(Topic.DEAD_LETTERS)).isEqualTo("dead-letters");
    }

    @Test
    void shouldRefuseWhatItsTopicDoesNotTake() {
        int largest = topics.settings(Topic.RESULTS).maxMessageBytes() - 512;
        assertThat(writer.emission(Topic.RESULTS, null, ZEROS, largest).value()).hasSize(largest);
        assertThatThrownBy(() -> writer.emission(Topic.RESULTS, null, ZEROS, largest + 1))
                .isInstanceOf(PoisonException.class)
                .hasMessage("line1.inspection.results takes " + largest + " bytes, needed are " + (largest + 1));
    }
}
