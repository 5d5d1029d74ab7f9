package io.fleck.core.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.core.engine.InferenceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random sizes, delays, failures and closes on the real clock: every item is answered once, and rightly. */
@Timeout(60)
final class DynamicBatcherStressTest {
    private static final int POISON_EVERY = 97;

    private record Sent(int item, CompletableFuture<Integer> future) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldAnswerEveryItemOnceAndRightly(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        FakeEngine engine = new FakeEngine();
        AtomicLong runs = new AtomicLong();
        boolean flaky = random.nextBoolean();
        engine.beforeRun(batch -> {
            long run = runs.incrementAndGet();
            LockSupport.parkNanos((run * 7919 % 5) * 20_000);
            for (int i = 1; i <= batch.size(); i++) {
                int value = batch.inputSlot("x", i - 1).getInt();
                if (value > 0 && value % POISON_EVERY == 0) {
                    throw new InferenceException("poison " + value, null);
                }
            }
            if (flaky && batch.size() > 1 && run % 10 == 0) {
                throw new InferenceException("a bad moment", null);
            }
        });
        int size = 1 + random.nextInt(16);
        BatchPolicy policy = new BatchPolicy(
                size,
                Duration.ofNanos(random.nextInt(2_000_000)),
                size + random.nextInt(64),
                1 + random.nextInt(3),
                1 + random.nextInt(3),
                3,
                Duration.ofSeconds(20));
        boolean closeEarly = random.nextInt(4) == 0;
        List<Sent> sent;
        Callers callers = new Callers();
        try (var batcher = new DynamicBatcher<>(
                "stress", engine, policy, new Doubling(), callers, BatchClock.SYSTEM, BatchObserver.NONE)) {
            sent = sendFromSeveralThreads(batcher, callers, random);
            if (!closeEarly) {
                for (Sent each : sent) {
                    each.future().handle((result, error) -> error).get(20, TimeUnit.SECONDS);
                }
            }
        }
        for (Sent each : sent) {
            assertThat(each.future()).as("item %d is answered", each.item()).isDone();
            check(each, closeEarly);
        }
    }

    private static List<Sent> sendFromSeveralThreads(
            DynamicBatcher<Integer, Integer> batcher, Callers callers, SplittableRandom random) throws Exception {
        List<CompletableFuture<List<Sent>>> senders = new ArrayList<>();
        for (int camera = 0; camera < 4; camera++) {
            SplittableRandom own = random.split();
            String key = "camera-" + camera;
            int from = camera * 1_000;
            senders.add(CompletableFuture.supplyAsync(() -> sendAll(batcher, callers, key, from, own)));
        }
        List<Sent> all = new ArrayList<>();
        for (CompletableFuture<List<Sent>> sender : senders) {
            all.addAll(sender.get(40, TimeUnit.SECONDS));
        }
        return all;
    }

    private static List<Sent> sendAll(
            DynamicBatcher<Integer, Integer> batcher, Callers callers, String key, int from, SplittableRandom random) {
        List<Sent> sent = new ArrayList<>();
        try (var caller = callers.register()) {
            for (int i = 0; i < 400; i++) {
                int item = from + i;
                CompletableFuture<Integer> future =
                        batcher.submit(new BatchRequest<>(key, random.nextInt(2), BatchRequest.NEVER, item));
                sent.add(new Sent(item, future));
                if (random.nextInt(50) == 0) {
                    awaitAnyOutcome(caller, future);
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return sent;
    }

    private static void awaitAnyOutcome(Callers.Caller caller, CompletableFuture<Integer> future)
            throws InterruptedException {
        try {
            Integer unused = caller.await(future, Duration.ofSeconds(20));
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(BatchException.class);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("not answered within 20 s", e);
        }
    }

    private static BatchException.Reason reasonOf(ExecutionException error) {
        if (error.getCause() instanceof BatchException known) {
            return known.reason();
        }
        throw new AssertionError("not a batch exception", error);
    }

    private static void check(Sent each, boolean closeEarly) throws InterruptedException {
        boolean poison = each.item() > 0 && each.item() % POISON_EVERY == 0;
        try {
            assertThat(each.future().get()).as("item %d", each.item()).isEqualTo(2 * each.item());
            assertThat(poison).as("item %d succeeded", each.item()).isFalse();
        } catch (ExecutionException e) {
            BatchException.Reason reason = reasonOf(e);
            if (!closeEarly || reason != BatchException.Reason.CLOSED) {
                assertThat(reason).as("item %d", each.item()).isEqualTo(BatchException.Reason.POISON);
                assertThat(poison).as("item %d was called poison", each.item()).isTrue();
            }
        }
    }
}
