package io.fleck.cluster.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class BoundedTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void shouldSayNothingAboutWorkThatIsDone() {
        CountDownLatch done = new CountDownLatch(1);
        assertThat(Bounded.run("test", LONG, done::countDown)).isEmpty();
        assertThat(done.getCount()).isZero();
    }

    @Test
    void shouldTellWhyWorkFailed() {
        IllegalStateException failure = new IllegalStateException("no");
        assertThat(Bounded.run("test", LONG, () -> {
                    throw failure;
                }))
                .contains(failure);
    }

    @Test
    void shouldInterruptWorkThatTakesTooLong() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        assertThat(Bounded.run("test", Duration.ofMillis(20), () -> {
                    await(never);
                    interrupted.countDown();
                }))
                .hasValueSatisfying(failure -> assertThat(failure).hasMessage("not done after 20 ms"));
        assertThat(interrupted.await(10, TimeUnit.SECONDS))
                .as("the work was not interrupted")
                .isTrue();
    }

    @Test
    void shouldKeepTheCallersInterrupt() {
        CountDownLatch never = new CountDownLatch(1);
        Thread.currentThread().interrupt();
        assertThat(Bounded.run("test", LONG, () -> await(never))).containsInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).as("the interrupt was swallowed").isTrue();
    }

    private static void await(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
