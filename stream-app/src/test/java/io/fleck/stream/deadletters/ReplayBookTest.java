package io.fleck.stream.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class ReplayBookTest {
    private static final TopicPartition FIRST = new TopicPartition("d", 0);
    private static final TopicPartition SECOND = new TopicPartition("d", 1);

    private static ReplayBook book(String first) {
        return ReplayBook.read("d", Map.of(FIRST, new OffsetAndMetadata(0, first)), Map.of(FIRST, 0L, SECOND, 0L));
    }

    private static LetterId id(long offset) {
        return new LetterId(0, offset);
    }

    private static OffsetAndMetadata firstPage(ReplayBook book) {
        Map<TopicPartition, OffsetAndMetadata> pages = book.pages(Set.of(0));
        assertThat(pages).containsOnlyKeys(FIRST);
        return Objects.requireNonNull(pages.get(FIRST));
    }

    private static String page(ReplayBook book) {
        return firstPage(book).metadata();
    }

    @Test
    void shouldKnowWhatWasSent() {
        ReplayBook book = book("3-9");
        assertThat(book.contains(id(5))).isTrue();
        assertThat(book.contains(id(10))).isFalse();
        assertThat(book.contains(new LetterId(1, 5))).as("another partition").isFalse();
    }

    /** Offsets between letters belong to transactions' markers: without joining over them each letter were a range. */
    @Test
    void shouldJoinLettersThatFollowOneAnother() {
        ReplayBook book = book("");
        for (long offset = 0; offset < 40; offset += 2) {
            book.add(id(offset));
            book.pass(id(offset));
        }
        assertThat(page(book)).isEqualTo("0-38");
        assertThat(firstPage(book).offset()).isEqualTo(39);
    }

    @Test
    void shouldNotJoinOverALetterThatWasLeftOut() {
        ReplayBook book = book("");
        book.add(id(0));
        book.pass(id(0));
        book.pass(id(2));
        book.add(id(4));
        book.pass(id(4));
        assertThat(page(book)).isEqualTo("0,4");
        assertThat(book.contains(id(2))).isFalse();
    }

    @Test
    void shouldNotJoinOverLettersThatNobodyLookedAt() {
        ReplayBook book = book("");
        book.add(id(0));
        book.pass(id(0));
        book.leap(0);
        book.add(id(4));
        assertThat(page(book)).isEqualTo("0,4");
    }

    @Test
    void shouldForgetLettersThatTheTopicNoLongerKeeps() {
        ReplayBook book = ReplayBook.read("d", Map.of(FIRST, new OffsetAndMetadata(0, "0-9,20")), Map.of(FIRST, 15L));
        assertThat(page(book)).isEqualTo("20");
    }

    @Test
    void shouldStayWithinWhatABrokerTakes() {
        ReplayBook book = book("");
        for (long offset = 0; offset < 20_000; offset += 10) {
            book.add(id(offset));
        }
        assertThat(page(book)).hasSizeLessThan(4096).endsWith(",19980,19990");
    }
}
