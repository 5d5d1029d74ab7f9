package io.fleck.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.cluster.broker.Broker;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

final class BrokerSetTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final CyclicBarrier all = new CyclicBarrier(3);
    private final Queue<String> done = new ConcurrentLinkedQueue<>();
    private final BrokerSet brokers = new BrokerSet(List.of(new Meeting(1), new Meeting(2), new Meeting(3)));

    @Test
    void shouldStartAllAtTheSameTime() {
        brokers.start(LIMIT);
        assertThat(done).containsExactlyInAnyOrder("start 1", "start 2", "start 3");
    }

    @Test
    void shouldStopNoneBeforeAllHaveHandedOver() {
        brokers.stop(LIMIT);
        assertThat(List.copyOf(done).subList(0, 3)).containsExactlyInAnyOrder("drain 1", "drain 2", "drain 3");
        assertThat(List.copyOf(done).subList(3, 6)).containsExactlyInAnyOrder("stop 1", "stop 2", "stop 3");
    }

    @Test
    void shouldStopAllEvenWhenInterrupted() {
        Thread.currentThread().interrupt();
        brokers.stop(LIMIT);
        assertThat(Thread.interrupted()).as("the interrupt was swallowed").isTrue();
        assertThat(done).contains("stop 1", "stop 2", "stop 3");
    }

    @Test
    void shouldTellAFailureAfterAllHaveEnded() {
        BrokerSet one = new BrokerSet(List.of(new Failing(1), new Failing(2)));
        assertThatThrownBy(() -> one.start(LIMIT))
                .isInstanceOf(ClusterException.class)
                .hasMessageMatching("broker [12] does not start");
        assertThat(done).containsExactlyInAnyOrder("tried 1", "tried 2");
    }

    @Test
    void shouldCountBrokersFromOne() {
        assertThat(brokers.get(3).id()).isEqualTo(3);
        assertThatThrownBy(() -> brokers.get(0)).hasMessage("broker 0: must be 1 to 3");
        assertThatThrownBy(() -> brokers.get(4)).hasMessage("broker 4: must be 1 to 3");
    }

    /** Every step waits for the same step of the two others. */
    private class Meeting implements Broker {
        private final int id;

        Meeting(int id) {
            this.id = id;
        }

        @Override
        public int id() {
            return id;
        }

        @Override
        public boolean running() {
            return true;
        }

        @Override
        public void start(Duration limit) {
            meet("start");
        }

        @Override
        public void drain(Duration limit) {
            meet("drain");
        }

        @Override
        public void stop(Duration limit) {
            meet("stop");
        }

        @Override
        public void kill() {
            done.add("kill " + id);
        }

        private void meet(String step) {
            try {
                all.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
                done.add(step + " " + id);
                all.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new AssertionError("not all three ran at the same time", e);
            }
        }
    }

    private final class Failing extends Meeting {
        Failing(int id) {
            super(id);
        }

        @Override
        public void start(Duration limit) {
            done.add("tried " + id());
            throw new IllegalStateException("broker " + id() + " does not start");
        }
    }
}
