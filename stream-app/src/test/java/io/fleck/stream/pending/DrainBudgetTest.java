package io.fleck.stream.pending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DrainBudgetTest {
    private long now;

    @Test
    void shouldShareOneBoundBetweenTheTasksOfACommit() {
        DrainBudget budget = new DrainBudget(Duration.ofSeconds(10), () -> now);
        assertThat(budget.remaining()).isEqualTo(Duration.ofSeconds(10));
        now += Duration.ofSeconds(7).toNanos();
        assertThat(budget.remaining())
                .as("the second task has what the first left")
                .isEqualTo(Duration.ofSeconds(3));
        now += Duration.ofSeconds(4).toNanos();
        assertThat(budget.remaining()).isNegative();
    }

    @Test
    void shouldBeginAnewOnceTheThreadHasProcessedSomething() {
        DrainBudget budget = new DrainBudget(Duration.ofSeconds(10), () -> now);
        Duration first = budget.remaining();
        now += Duration.ofSeconds(8).toNanos();
        budget.processing();
        assertThat(budget.remaining()).isEqualTo(first);
    }
}
