package io.fleck.core.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FairQueueTest {
    private final FairQueue<String> queue = new FairQueue<>();

    private List<String> drain() {
        List<String> all = new ArrayList<>();
        for (Optional<String> next = queue.poll(); next.isPresent(); next = queue.poll()) {
            all.add(next.get());
        }
        return all;
    }

    @Test
    void shouldTakeTurnsBetweenKeys() {
        for (int i = 1; i <= 3; i++) {
            queue.add("flood", 0, "f" + i);
        }
        queue.add("quiet", 0, "q1");
        queue.add("other", 0, "o1");
        assertThat(drain()).containsExactly("f1", "q1", "o1", "f2", "f3");
    }

    @Test
    void shouldGiveAKeyThatComesBackItsTurnAtTheEnd() {
        queue.add("a", 0, "a1");
        queue.add("a", 0, "a2");
        queue.add("b", 0, "b1");
        assertThat(queue.poll()).contains("a1");
        queue.add("c", 0, "c1");
        assertThat(drain()).containsExactly("b1", "a2", "c1");
    }

    @Test
    void shouldLetHigherPrioritiesGoFirst() {
        queue.add("a", 0, "low");
        queue.add("b", 5, "high");
        queue.add("c", -1, "lowest");
        assertThat(drain()).containsExactly("high", "low", "lowest");
    }

    @Test
    void shouldCountWhatItHolds() {
        assertThat(queue.poll()).isEmpty();
        queue.add("a", 0, "a1");
        queue.add("a", 1, "a2");
        assertThat(queue.size()).isEqualTo(2);
        assertThat(drain()).hasSize(2);
        assertThat(queue.size()).isZero();
    }
}
