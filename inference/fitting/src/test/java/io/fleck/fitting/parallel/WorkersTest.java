package io.fleck.fitting.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WorkersTest {
    private final Workers workers = new Workers(3);

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void shouldCallTheBodyOnceForEveryIndex() throws InterruptedException {
        AtomicIntegerArray calls = new AtomicIntegerArray(1000);
        workers.forEach(calls.length(), calls::incrementAndGet);

        for (int i = 0; i < calls.length(); i++) {
            assertThat(calls.get(i)).as("calls for %s", i).isEqualTo(1);
        }
        workers.forEach(0, i -> {
            throw new AssertionError("called for nothing");
        });
    }

    @Test
    void shouldRunOnAllThreadsAtOnce() throws InterruptedException {
        CountDownLatch together = new CountDownLatch(3);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        workers.onEach(stop -> {
            together.countDown();
            awaitQuietly(together);
            threads.add(Thread.currentThread());
        });

        assertThat(threads).hasSize(3);
        assertThat(workers.threads()).isEqualTo(3);
    }

    @Test
    void shouldPassOnTheFirstFailureAndStopTheOthers() {
        AtomicInteger calls = new AtomicInteger();
        assertThatThrownBy(() -> workers.forEach(1_000_000, i -> {
                    calls.incrementAndGet();
                    if (i == 10) {
                        throw new IllegalStateException("ten");
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("ten");
        assertThat(calls.get()).as("calls after a failure").isLessThan(1_000_000);
        assertThatThrownBy(() -> workers.onEach(stop -> {
                    throw new AssertionError("an error");
                }))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void shouldStillWorkAfterAFailure() throws InterruptedException {
        assertThatThrownBy(() -> workers.forEach(3, i -> {
                    throw new IllegalStateException("all");
                }))
                .hasMessage("all");
        AtomicInteger calls = new AtomicInteger();
        workers.forEach(5, i -> calls.incrementAndGet());

        assertThat(calls).hasValue(5);
    }

    @Test
    void shouldStopWhenTheCallerIsInterruptedAndWaitForEveryThread() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(3);
        AtomicInteger returned = new AtomicInteger();
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread caller = new Thread(() -> {
            try {
                workers.onEach(stop -> {
                    running.countDown();
                    while (!stop.getAsBoolean()) {
                        Thread.onSpinWait();
                    }
                    returned.incrementAndGet();
                });
            } catch (InterruptedException e) {
                interrupted.set(returned.get() == 3);
            }
        });
        caller.start();
        running.await();
        caller.interrupt();
        caller.join();

        assertThat(interrupted).as("interrupted, and all threads had returned").isTrue();
    }

    @Test
    void shouldRefuseToHaveNoThreads() {
        assertThatThrownBy(() -> new Workers(0)).hasMessage("threads 0; at least 1");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
