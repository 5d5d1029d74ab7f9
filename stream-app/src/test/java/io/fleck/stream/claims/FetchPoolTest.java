package io.fleck.stream.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.stream.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FetchPoolTest {
    private static final long PATIENCE = 60;

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(PATIENCE, TimeUnit.SECONDS);
    }

    private static <T> CompletableFuture<T> done(T value) {
        return CompletableFuture.completedFuture(value);
    }

    /** Holds a thread of a pool until it may go. */
    private static String held(CountDownLatch go) {
        try {
            assertThat(go.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
            return "held";
        } catch (InterruptedException e) {
            return "interrupted";
        }
    }

    @Test
    void shouldWorkOnThreadsOfItsOwn() throws Exception {
        try (FetchPool pool = new FetchPool(2)) {
            String name = get(pool.compose(() -> done(Thread.currentThread().getName())));
            assertThat(name).startsWith("fleck-fetch-");
        }
    }

    @Test
    void shouldLetWaitWhoeverBringsOneMore() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        AtomicReference<CompletableFuture<String>> third = new AtomicReference<>();
        try (FetchPool pool = new FetchPool(2)) {
            CompletableFuture<String> first = pool.compose(() -> done(held(go)));
            CompletableFuture<String> second = pool.compose(() -> done(held(go)));
            Thread stream = new Thread(
                    () -> {
                        try {
                            third.set(pool.compose(() -> done("third")));
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    },
                    "stream");
            stream.start();
            Eventually.holds("the third waits", () -> stream.getState() == Thread.State.WAITING);
            assertThat(third).hasNullValue();
            go.countDown();
            stream.join();
            assertThat(get(first)).isEqualTo("held");
            assertThat(get(second)).isEqualTo("held");
            assertThat(get(Objects.requireNonNull(third.get()))).isEqualTo("third");
        }
    }

    @Test
    void shouldHaveAPlaceAgainBeforeWhatTheWorkBeganIsDone() throws Exception {
        try (FetchPool pool = new FetchPool(1)) {
            CompletableFuture<String> inspected = new CompletableFuture<>();
            CompletableFuture<String> first = pool.compose(() -> inspected);
            assertThat(get(pool.compose(() -> done("second")))).isEqualTo("second");
            assertThat(first).isNotDone();
            inspected.completeExceptionally(new IllegalStateException("no device"));
            assertThatThrownBy(() -> get(first))
                    .isInstanceOf(ExecutionException.class)
                    .hasCause(new IllegalStateException("no device"));
        }
    }

    @Test
    void shouldHaveAPlaceAgainAfterWorkThatFailed() throws Exception {
        try (FetchPool pool = new FetchPool(1)) {
            List<CompletableFuture<Object>> failed = new ArrayList<>();
            for (int i : IntStream.range(0, 5).toArray()) {
                failed.add(pool.compose(() -> {
                    throw new IllegalStateException("no " + i);
                }));
            }
            for (int i = 0; i < failed.size(); i++) {
                CompletableFuture<Object> future = failed.get(i);
                assertThatThrownBy(() -> get(future))
                        .isInstanceOf(ExecutionException.class)
                        .hasRootCauseMessage("no " + i);
            }
            assertThat(get(pool.compose(() -> done("fine")))).isEqualTo("fine");
        }
    }

    @Test
    void shouldInterruptWhatIsUnderWayWhenClosedAndTakeNothingMore() throws Exception {
        FetchPool pool = new FetchPool(1);
        CompletableFuture<String> underWay = pool.compose(() -> done(held(new CountDownLatch(1))));
        pool.close();
        assertThat(get(underWay)).isEqualTo("interrupted");
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> pool.compose(() -> done("more"))).isInstanceOf(RejectedExecutionException.class);
        }
    }
}
