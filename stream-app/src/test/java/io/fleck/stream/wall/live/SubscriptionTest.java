package io.fleck.stream.wall.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SubscriptionTest {
    private final Subscription subscription = new Subscription();

    @Test
    void shouldHandOutEventsInOrder() throws InterruptedException {
        offer(1, "a", true);
        offer(2, "count", false);
        offer(3, "b", true);
        assertThat(sequences()).containsExactly(1L, 2L, 3L);
        assertThat(sequences()).as("each once").isEmpty();
    }

    @Test
    void shouldReplaceAnOlderEventOfTheSameSlotForASlowBrowser() throws InterruptedException {
        offer(1, "camera 1", true);
        offer(2, "camera 2", true);
        offer(3, "camera 1", true);
        assertThat(sequences())
                .as("the latest picture of each camera, ascending")
                .containsExactly(2L, 3L);
        assertThat(subscription.dropped()).isEqualTo(1);
    }

    @Test
    void shouldDropPicturesBeyondTheBoundAndNoCounters() throws InterruptedException {
        offer(1, "count", false);
        IntStream.rangeClosed(2, 200).forEach(i -> offer(i, "anomaly " + i, true));
        offer(201, "trend", false);
        List<Long> left = sequences();
        assertThat(left).as("counters and the newest pictures").hasSize(Subscription.PICTURES + 2);
        assertThat(left).startsWith(1L).endsWith(200L, 201L);
        assertThat(subscription.dropped()).isEqualTo(199 - Subscription.PICTURES);
    }

    @Test
    void shouldBoundTrendsOfABrowserThatReadsNothing() throws InterruptedException {
        IntStream.rangeClosed(1, 5_000).forEach(i -> offer(i, "trend " + i, false));
        assertThat(sequences()).hasSize(Subscription.OTHERS).endsWith(5_000L);
    }

    @Test
    void shouldForgetHowManyPicturesWaitedOnceTheyAreTaken() throws InterruptedException {
        IntStream.rangeClosed(1, Subscription.PICTURES).forEach(i -> offer(i, "a" + i, true));
        assertThat(sequences()).hasSize(Subscription.PICTURES);
        IntStream.rangeClosed(1, Subscription.PICTURES).forEach(i -> offer(i, "b" + i, true));
        assertThat(sequences()).as("none dropped").hasSize(Subscription.PICTURES);
    }

    @Test
    void shouldEndTheWaitWhenAnEventComesOrItIsClosed() throws InterruptedException {
        Thread writer = new Thread(() -> offer(1, "count", false));
        writer.start();
        assertThat(subscription.take(Duration.ofSeconds(15))).hasSize(1);
        Thread closer = new Thread(subscription::close);
        closer.start();
        assertThat(subscription.take(Duration.ofSeconds(15))).isEmpty();
        assertThat(subscription.closed()).isTrue();
        writer.join();
        closer.join();
    }

    private void offer(long sequence, String slot, boolean picture) {
        subscription.offer(new WallEvent(sequence, "any", slot, picture, "{}"));
    }

    private List<Long> sequences() throws InterruptedException {
        return subscription.take(Duration.ZERO).stream()
                .map(WallEvent::sequence)
                .toList();
    }
}
