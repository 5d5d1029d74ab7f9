package io.fleck.core.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.engine.InferenceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class DynamicBatcherTest {
    private static final Duration DELAY = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FakeClock clock = new FakeClock();
    private final FakeEngine engine = new FakeEngine();
    private final Doubling work = new Doubling();
    private final Callers callers = new Callers();
    private final List<AutoCloseable> toClose = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable closeable : toClose) {
            closeable.close();
        }
    }

    private DynamicBatcher<Integer, Integer> batcher(int size, int capacity, int workers, BatchObserver observer) {
        BatchPolicy policy = new BatchPolicy(size, DELAY, capacity, workers, 2, 3, Duration.ofMillis(400));
        var batcher = new DynamicBatcher<>("test", engine, policy, work, callers, clock, observer);
        toClose.add(batcher);
        return batcher;
    }

    private DynamicBatcher<Integer, Integer> batcher(int size) {
        return batcher(size, 100, 1, BatchObserver.NONE);
    }

    private static CompletableFuture<Integer> submit(DynamicBatcher<Integer, Integer> batcher, int item)
            throws InterruptedException {
        return batcher.submit(BatchRequest.of("camera", item));
    }

    private static Integer get(CompletableFuture<Integer> future) throws Exception {
        return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static BatchException.Reason reasonOf(CompletableFuture<Integer> future) throws Exception {
        try {
            throw new AssertionError("completed with " + get(future));
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(BatchException.class);
            return ((BatchException) e.getCause()).reason();
        }
    }

    private int nextBatchSize() throws InterruptedException {
        Integer size = engine.batchSizes.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(size).as("a batch came").isNotNull();
        return size == null ? 0 : size;
    }

    @Test
    void shouldDispatchAFullBatchAtOnce() throws Exception {
        var batcher = batcher(3);
        List<CompletableFuture<Integer>> futures = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            futures.add(submit(batcher, i));
        }
        assertThat(get(futures.get(0))).isEqualTo(2);
        assertThat(get(futures.get(1))).isEqualTo(4);
        assertThat(get(futures.get(2))).isEqualTo(6);
        assertThat(nextBatchSize()).isEqualTo(3);
    }

    @Test
    void shouldDispatchWhenTheOldestHasWaitedFromItsSubmission() throws Exception {
        var batcher = batcher(8);
        CompletableFuture<Integer> first = submit(batcher, 1);
        clock.advance(DELAY.dividedBy(2));
        CompletableFuture<Integer> second = submit(batcher, 2);
        assertThat(engine.batchSizes.poll(50, TimeUnit.MILLISECONDS))
                .as("no batch before the delay is over")
                .isNull();
        clock.advance(DELAY.dividedBy(2));
        assertThat(get(first)).isEqualTo(2);
        assertThat(get(second)).isEqualTo(4);
        assertThat(nextBatchSize()).isEqualTo(2);
    }

    @Test
    void shouldDispatchWhenEveryCallerWaits() throws Exception {
        var batcher = batcher(8);
        CountDownLatch registered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Thread other = new Thread(
                () -> {
                    try (var unused = callers.register()) {
                        registered.countDown();
                        awaitUninterruptibly(leave);
                    }
                },
                "other-caller");
        other.start();
        registered.await();
        try (var one = callers.register()) {
            CompletableFuture<Integer> future = submit(batcher, 21);
            assertThatThrownBy(() -> one.await(future, Duration.ofMillis(50)))
                    .as("the other caller might still bring something")
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
            leave.countDown();
            assertThat(one.await(future, PATIENCE)).isEqualTo(42);
        }
        other.join();
    }

    @Test
    void shouldDispatchForACallerThatWaitsForAnotherModel() throws Exception {
        var batcher = batcher(8);
        try (var caller = callers.register()) {
            CompletableFuture<Integer> here = submit(batcher, 21);
            CompletableFuture<Integer> elsewhere = new CompletableFuture<>();
            CompletableFuture<Integer> both = here.thenCombine(elsewhere, Integer::sum);
            CompletableFuture<Void> chained = here.thenAccept(elsewhere::complete);
            assertThat(caller.await(both, PATIENCE)).isEqualTo(84);
            assertThat(chained).isCompleted();
        }
    }

    @Test
    void shouldKeepABatchOpenWhileAllWorkersAreBusy() throws Exception {
        var batcher = batcher(4);
        Semaphore go = new Semaphore(0);
        CountDownLatch running = new CountDownLatch(1);
        engine.beforeRun(batch -> {
            running.countDown();
            go.acquireUninterruptibly();
        });
        CompletableFuture<Integer> first = submit(batcher, 1);
        clock.advance(DELAY);
        running.await();
        CompletableFuture<Integer> second = submit(batcher, 2);
        clock.advance(DELAY.multipliedBy(3));
        CompletableFuture<Integer> third = submit(batcher, 3);
        clock.advance(DELAY);
        // Only what has a slot is waited for: the late-comer needs one before the worker comes back.
        work.awaitPrepared(3);
        go.release(2);
        assertThat(get(first)).isEqualTo(2);
        assertThat(get(second)).isEqualTo(4);
        assertThat(get(third)).isEqualTo(6);
        assertThat(List.of(nextBatchSize(), nextBatchSize()))
                .as("the second batch took the late-comer")
                .containsExactly(1, 2);
    }

    @Test
    void shouldRunSeveralBatchesAtTheSameTime() throws Exception {
        var batcher = batcher(1, 100, 2, BatchObserver.NONE);
        CountDownLatch both = new CountDownLatch(2);
        engine.beforeRun(batch -> {
            both.countDown();
            try {
                assertThat(both.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        CompletableFuture<Integer> first = submit(batcher, 1);
        CompletableFuture<Integer> second = submit(batcher, 2);
        assertThat(get(first) + get(second)).isEqualTo(6);
    }

    @Test
    void shouldHoldSubmittersBackAtTheCapacity() throws Exception {
        var batcher = batcher(1, 2, 1, BatchObserver.NONE);
        Semaphore go = new Semaphore(0);
        engine.beforeRun(batch -> go.acquireUninterruptibly());
        CompletableFuture<Integer> first = submit(batcher, 1);
        CompletableFuture<Integer> second = submit(batcher, 2);
        CompletableFuture<Integer> third = new CompletableFuture<>();
        Thread submitter = new Thread(() -> submitInto(batcher, 3, third), "submitter");
        submitter.start();
        while (submitter.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(batcher.inFlight()).as("the third waits for a place").isEqualTo(2);
        go.release(3);
        assertThat(get(third)).isEqualTo(6);
        assertThat(get(first) + get(second)).isEqualTo(6);
    }

    @Test
    void shouldBlameAnItemThatCannotBePreparedAndNoOther() throws Exception {
        var batcher = batcher(2);
        CompletableFuture<Integer> bad = submit(batcher, -1);
        CompletableFuture<Integer> good = submit(batcher, 4);
        CompletableFuture<Integer> alsoGood = submit(batcher, 5);
        assertThatThrownBy(() -> get(bad)).hasCauseInstanceOf(IllegalArgumentException.class);
        // The two good ones may have found places in different batches.
        clock.advance(DELAY);
        assertThat(get(good)).isEqualTo(8);
        assertThat(get(alsoGood)).isEqualTo(10);
    }

    @Test
    void shouldAssembleEachBatchFromItsItemsBeforeItRuns() throws Exception {
        var batcher = batcher(3);
        List<String> seen = new CopyOnWriteArrayList<>();
        work.onAssemble((items, batch) -> seen.add("assembled " + items.size() + " of " + batch.size()));
        engine.beforeRun(batch -> seen.add("ran " + batch.size()));
        // Refused first, so that the others find their places in one batch.
        assertThat(submit(batcher, -1)).failsWithin(PATIENCE);
        CompletableFuture<Integer> one = submit(batcher, 1);
        CompletableFuture<Integer> two = submit(batcher, 2);
        CompletableFuture<Integer> three = submit(batcher, 3);
        assertThat(get(one) + get(two) + get(three)).isEqualTo(12);
        assertThat(seen).containsSubsequence("assembled 3 of 3", "ran 3");
    }

    @Test
    void shouldCallAnItemPoisonThatCannotBeAssembledWhileOthersCan() throws Exception {
        var batcher = batcher(3);
        work.onAssemble((items, batch) -> {
            if (items.contains(13)) {
                throw new IllegalStateException("thirteen");
            }
        });
        CompletableFuture<Integer> one = submit(batcher, 1);
        CompletableFuture<Integer> poison = submit(batcher, 13);
        CompletableFuture<Integer> two = submit(batcher, 2);
        assertThat(reasonOf(poison)).isEqualTo(BatchException.Reason.POISON);
        assertThat(get(one) + get(two)).isEqualTo(6);
    }

    @Test
    void shouldCallAnItemPoisonThatFailsAloneWhileOthersSucceed() throws Exception {
        var batcher = batcher(3);
        BlockingQueue<Integer> sizes = new LinkedBlockingQueue<>();
        engine.beforeRun(batch -> {
            sizes.add(batch.size());
            if (FakeEngine.holds(batch, 13)) {
                throw new InferenceException("thirteen", null);
            }
        });
        CompletableFuture<Integer> one = submit(batcher, 1);
        CompletableFuture<Integer> poison = submit(batcher, 13);
        CompletableFuture<Integer> two = submit(batcher, 2);
        assertThat(reasonOf(poison)).isEqualTo(BatchException.Reason.POISON);
        assertThat(get(one)).isEqualTo(2);
        assertThat(get(two)).isEqualTo(4);
        assertThat(sizes)
                .as("the batch, then every item alone, poison three times with a good one between")
                .hasSize(9);
    }

    @Test
    void shouldCallAnItemPoisonWhoseOutputsCannotBeMeant() throws Exception {
        var batcher = batcher(3);
        work.unreadable(13);
        CompletableFuture<Integer> one = submit(batcher, 1);
        CompletableFuture<Integer> poison = submit(batcher, 13);
        CompletableFuture<Integer> two = submit(batcher, 2);
        assertThat(reasonOf(poison)).isEqualTo(BatchException.Reason.POISON);
        assertThat(get(one)).isEqualTo(2);
        assertThat(get(two)).isEqualTo(4);
    }

    @Test
    void shouldBlameTheEngineWhenAKnownGoodItemFailsToo() throws Exception {
        var batcher = batcher(2);
        engine.beforeRun(batch -> {
            throw new InferenceException("out of memory", null);
        });
        CompletableFuture<Integer> one = submit(batcher, 1);
        CompletableFuture<Integer> two = submit(batcher, 2);
        assertThat(reasonOf(one)).isEqualTo(BatchException.Reason.ENGINE);
        assertThat(reasonOf(two)).isEqualTo(BatchException.Reason.ENGINE);
        engine.beforeRun(batch -> {});
        CompletableFuture<Integer> again = submit(batcher, 1);
        clock.advance(DELAY);
        assertThat(get(again)).as("the batcher works on once the engine does").isEqualTo(2);
    }

    @Test
    void shouldExpireWhatIsTooOldWhenItWouldBeBatched() throws Exception {
        var batcher = batcher(2);
        clock.advance(Duration.ofSeconds(1));
        CompletableFuture<Integer> late = batcher.submit(
                new BatchRequest<>("camera", 0, Duration.ofMillis(900).toNanos(), 1));
        CompletableFuture<Integer> inTime = batcher.submit(
                new BatchRequest<>("camera", 0, Duration.ofMillis(1100).toNanos(), 2));
        assertThat(reasonOf(late)).isEqualTo(BatchException.Reason.EXPIRED);
        clock.advance(DELAY);
        assertThat(get(inTime)).isEqualTo(4);
    }

    @Test
    void shouldGiveUpARunThatHangsAndGoOnWithAReplacement() throws Exception {
        CountDownLatch hung = new CountDownLatch(1);
        AtomicInteger hangs = new AtomicInteger();
        var batcher = batcher(1, 100, 1, new BatchObserver() {
            @Override
            public void hung(int count) {
                hangs.set(count);
                hung.countDown();
            }
        });
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch inside = new CountDownLatch(1);
        engine.beforeRun(batch -> {
            if (FakeEngine.holds(batch, 7)) {
                inside.countDown();
                awaitUninterruptibly(release);
            }
        });
        CompletableFuture<Integer> stuck = submit(batcher, 7);
        inside.await();
        clock.advance(Duration.ofMillis(401));
        assertThat(reasonOf(stuck)).isEqualTo(BatchException.Reason.HUNG);
        assertThat(hung.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(hangs).hasValue(1);
        CompletableFuture<Integer> next = submit(batcher, 8);
        assertThat(get(next)).isEqualTo(16);
        release.countDown();
        assertThat(get(submit(batcher, 9)))
                .as("the run that came back late spoils nothing")
                .isEqualTo(18);
    }

    @Test
    void shouldAnswerEverythingOnClose() throws Exception {
        var batcher = batcher(4, 100, 1, BatchObserver.NONE);
        List<CompletableFuture<Integer>> futures = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            futures.add(submit(batcher, i));
        }
        batcher.close();
        for (CompletableFuture<Integer> future : futures) {
            assertThat(future).as("answered").isDone();
        }
        assertThat(reasonOf(submit(batcher, 1))).isEqualTo(BatchException.Reason.CLOSED);
        assertThat(batcher.inFlight()).isZero();
    }

    private static void submitInto(
            DynamicBatcher<Integer, Integer> batcher, int item, CompletableFuture<Integer> answer) {
        try {
            answer.complete(submit(batcher, item).get(10, TimeUnit.SECONDS));
        } catch (Exception e) {
            answer.completeExceptionally(e);
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
