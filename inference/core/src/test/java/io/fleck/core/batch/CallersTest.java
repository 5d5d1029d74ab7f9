package io.fleck.core.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CallersTest {
    private final Callers callers = new Callers();

    @Test
    void shouldSayThatNobodyWaitsWhereThereIsNoCaller() {
        assertThat(callers.allWait()).isFalse();
        callers.beginWaiting();
        assertThat(callers.allWait()).isFalse();
    }

    @Test
    void shouldCountACallerWhileItWaits() throws Exception {
        try (Callers.Caller caller = callers.register()) {
            CompletableFuture<Boolean> allWaited = new CompletableFuture<>();
            CompletableFuture<Integer> awaited = new CompletableFuture<>();
            callers.onAllWaiting(() -> {
                allWaited.complete(callers.allWait());
                awaited.complete(7);
            });
            assertThat(caller.await(awaited, Duration.ofMinutes(1))).isEqualTo(7);
            assertThat(allWaited).isCompletedWithValue(true);
            assertThat(callers.allWait()).isFalse();
        }
    }

    @Test
    void shouldNotCountWhoWaitsWithoutBeingACaller() throws Exception {
        try (Callers.Caller unused = callers.register()) {
            CompletableFuture<Boolean> seen = CompletableFuture.supplyAsync(() -> {
                callers.beginWaiting();
                boolean all = callers.allWait();
                callers.endWaiting();
                return all;
            });
            assertThat(seen.get(1, TimeUnit.MINUTES))
                    .as("the caller may still bring something")
                    .isFalse();
            callers.beginWaiting();
            assertThat(callers.allWait())
                    .as("what the other did has left nothing")
                    .isTrue();
            callers.endWaiting();
        }
    }
}
