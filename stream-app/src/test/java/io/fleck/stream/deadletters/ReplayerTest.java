package io.fleck.stream.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.stream.deadletters.Replayer.Fate;
import io.fleck.stream.topics.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is sent, in which transaction, and what the book says afterwards; against the Kafka client's own mock. */
final class ReplayerTest {
    private static final String FRAMES = "inspection.frames";
    private static final TopicPartition LETTERS = new TopicPartition("d", 0);

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void begin() {
        producer.initTransactions();
    }

    private Replayer replayer(String book, boolean again, long most) {
        try (MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest")) {
            return new Replayer(
                    producer,
                    consumer.groupMetadata(),
                    ReplayBook.read("d", Map.of(LETTERS, new OffsetAndMetadata(0, book)), Map.of(LETTERS, 0L)),
                    Set.of(FRAMES),
                    new Replayer.Rules(again, most));
        }
    }

    private static DeadLetter letter(long offset, String topic) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("d", 0, offset, new byte[] {1}, new byte[] {2});
        record.headers()
                .add(DeadLetterHeaders.PREFIX + DeadLetterHeaders.TOPIC, topic.getBytes(StandardCharsets.UTF_8));
        return DeadLetter.of(record);
    }

    private static List<DeadLetter> letters(long... offsets) {
        return LongStream.of(offsets).mapToObj(offset -> letter(offset, FRAMES)).toList();
    }

    private static boolean all(DeadLetter unused) {
        return true;
    }

    private void tell(DeadLetter letter, Fate fate) {
        told.add(letter.id() + " " + fate);
    }

    private List<String> sent() {
        return producer.history().stream()
                .map(record -> new String(
                        record.headers().lastHeader(DeadLetterHeaders.REPLAYED).value(), StandardCharsets.UTF_8))
                .toList();
    }

    /** The book as the last transaction left it. */
    private String page() {
        List<Map<String, Map<TopicPartition, OffsetAndMetadata>>> pages = producer.consumerGroupOffsetsHistory();
        return pages.get(pages.size() - 1).values().stream()
                .map(page -> page.entrySet().iterator().next().getValue().metadata())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldSendInOneTransactionAndWriteItDown() {
        replayer("", false, 10).replay(letters(0, 2, 5), ReplayerTest::all, this::tell);
        assertThat(sent()).containsExactly("0-0", "0-2", "0-5");
        assertThat(producer.commitCount()).isEqualTo(1);
        assertThat(page()).isEqualTo("0-5");
        assertThat(told).containsExactly("0-0 REPLAYED", "0-2 REPLAYED", "0-5 REPLAYED");
    }

    @Test
    void shouldLeaveOutWhatWasSentBeforeUnlessAskedAgain() {
        replayer("0-2", false, 10).replay(letters(0, 2, 5), ReplayerTest::all, this::tell);
        assertThat(sent()).containsExactly("0-5");
        assertThat(told).containsExactly("0-0 ALREADY_REPLAYED", "0-2 ALREADY_REPLAYED", "0-5 REPLAYED");
        replayer("0-5", true, 10).replay(letters(2), ReplayerTest::all, this::tell);
        assertThat(sent()).containsExactly("0-5", "0-2");
    }

    /** A book that joined over 2 and 4 would hold them for sent, and they would never go. */
    @Test
    void shouldStillSendWhatLiesBetweenLettersThatWereSentAlone() {
        Replayer replayer = replayer("", false, 10);
        replayer.replayAlone(letter(0, FRAMES), ReplayerTest::all, this::tell);
        replayer.replayAlone(letter(6, FRAMES), ReplayerTest::all, this::tell);
        assertThat(page()).isEqualTo("0,6");
        told.clear();
        replayer(page(), false, 10).replay(letters(0, 2, 4, 6), ReplayerTest::all, this::tell);
        assertThat(told)
                .containsExactly("0-0 ALREADY_REPLAYED", "0-2 REPLAYED", "0-4 REPLAYED", "0-6 ALREADY_REPLAYED");
        assertThat(page()).isEqualTo("0-4,6");
    }

    @Test
    void shouldSendNoMoreThanAskedForAndNothingElseIsHeldForSent() {
        replayer("", false, 2).replay(letters(0, 1, 2, 3), letter -> letter.id().offset() != 1, this::tell);
        assertThat(told).containsExactly("0-0 REPLAYED", "0-2 REPLAYED");
        assertThat(page()).isEqualTo("0,2");
    }

    @Test
    void shouldSendNothingToATopicThatIsNoInput() {
        replayer("", false, 10).replay(List.of(letter(0, "payments"), letter(1, "")), ReplayerTest::all, this::tell);
        assertThat(producer.history()).isEmpty();
        assertThat(producer.commitCount()).as("no transaction for nothing").isZero();
        assertThat(told).containsExactly("0-0 NO_INPUT", "0-1 NO_INPUT");
    }

    @Test
    void shouldTellOfNoneWhereTheTransactionFails() {
        producer.commitTransactionException = new KafkaException("the disk is full");
        Replayer replayer = replayer("", false, 10);
        assertThatThrownBy(() -> replayer.replay(letters(0, 1), ReplayerTest::all, this::tell))
                .isInstanceOf(ReplayException.class)
                .hasMessage("dead letters were not sent: the disk is full");
        assertThat(producer.transactionAborted()).isTrue();
        assertThat(producer.history()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void shouldEndWhereAnotherReplayBegan() {
        producer.commitTransactionException = new ProducerFencedException("fenced");
        Replayer replayer = replayer("", false, 10);
        assertThatThrownBy(() -> replayer.replay(letters(0), ReplayerTest::all, this::tell))
                .isInstanceOf(ReplayException.class)
                .hasMessage("another replay began meanwhile; this one ends");
        assertThat(told).isEmpty();
    }
}
