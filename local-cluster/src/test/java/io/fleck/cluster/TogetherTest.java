package io.fleck.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.cluster.broker.Broker;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

final class TogetherTest {
    private final List<Broker> brokers = List.of(new Named(1), new Named(2), new Named(3));

    @Test
    void shouldRunAllAtTheSameTime() {
        CyclicBarrier all = new CyclicBarrier(3);
        Together.run(brokers, broker -> meet(all));
        assertThat(all.isBroken()).as("they ran one after the other").isFalse();
    }

    @Test
    void shouldTellTheFirstFailureAfterAllHaveEnded() {
        Set<Integer> ended = ConcurrentHashMap.newKeySet();
        assertThatThrownBy(() -> Together.run(brokers, broker -> {
                    ended.add(broker.id());
                    if (broker.id() > 1) {
                        throw new IllegalStateException("broker " + broker.id());
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broker 2")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .satisfies(other -> assertThat(other).hasMessage("broker 3")));
        assertThat(ended).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void shouldFinishAndKeepAnInterrupt() {
        Set<Integer> ended = ConcurrentHashMap.newKeySet();
        Thread.currentThread().interrupt();
        Together.run(brokers, broker -> ended.add(broker.id()));
        assertThat(Thread.interrupted()).as("the interrupt was swallowed").isTrue();
        assertThat(ended).containsExactlyInAnyOrder(1, 2, 3);
    }

    private static void meet(CyclicBarrier all) {
        try {
            all.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("not all three ran at the same time", e);
        }
    }

    /** A broker that only has an id. */
    private record Named(int id) implements Broker {
        @Override
        public boolean running() {
            return true;
        }

        @Override
        public void start(Duration limit) {}

        @Override
        public void drain(Duration limit) {}

        @Override
        public void stop(Duration limit) {}

        @Override
        public void kill() {}
    }
}
