package io.fleck.stream.pending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class DrainBudgetsTest {
    private static final Duration BOUND = Duration.ofSeconds(10);
    private final DrainBudgets budgets = new DrainBudgets(BOUND, () -> 0);

    @Test
    void shouldGiveAThreadOneBudgetForAllItsStores() {
        assertThat(budgets.own()).isSameAs(budgets.own());
        DrainBudget other = CompletableFuture.supplyAsync(budgets::own).join();
        assertThat(other).as("another thread's").isNotSameAs(budgets.own());
        assertThat(budgets.own().remaining()).isEqualTo(BOUND);
    }

    @Test
    void shouldRefuseABoundThatNothingKeeps() {
        assertThatThrownBy(() -> new DrainBudgets(Duration.ZERO, () -> 0))
                .hasMessage("drain bound PT0S; it must be above 0");
    }
}
