package io.fleck.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class WaitingTest {
    @Test
    void shouldReturnOnceTheConditionHolds() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        Waiting.until("asked three times", () -> asked.incrementAndGet() == 3);
        assertThat(asked).hasValue(3);
    }

    @Test
    void shouldLetTimePass() throws InterruptedException {
        long start = System.nanoTime();
        Waiting.pass(Duration.ofMillis(30));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
    }

    @Test
    void shouldNotWaitForATimeThatIsOver() {
        assertThatCode(() -> Waiting.pass(Duration.ofSeconds(-5))).doesNotThrowAnyException();
    }

    @Test
    void shouldNotCallAGrowingCountStalled() {
        Stall stall = new Stall();
        for (long count = 0; count < 5; count++) {
            assertThat(stall.noticed(count)).as("at %s", count).isFalse();
        }
        assertThat(stall.noticed(4)).as("a moment later").isFalse();
    }
}
