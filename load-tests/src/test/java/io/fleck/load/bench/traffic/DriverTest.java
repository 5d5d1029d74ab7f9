package io.fleck.load.bench.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fleck.load.bench.measure.BenchException;
import io.fleck.load.bench.measure.CpuTimes;
import io.fleck.load.bench.measure.Meter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DriverTest {
    private final Meter meter = new Meter(CpuTimes.ofThisProcess());

    @Test
    void shouldGoOnUntilItIsClosedAndThenHaveSentItsLast() throws InterruptedException {
        AtomicInteger turns = new AtomicInteger();
        CountDownLatch some = new CountDownLatch(100);
        try (Driver unused = Driver.start(meter, driver -> {
            while (driver.goesOn()) {
                turns.incrementAndGet();
                some.countDown();
            }
        })) {
            assertThat(some.await(60, TimeUnit.SECONDS)).as("it went on").isTrue();
        }
        int last = turns.get();
        assertThat(last).isGreaterThanOrEqualTo(100);
        assertThat(turns.get()).as("turns after it was closed").isEqualTo(last);
        meter.requireSound();
    }

    @Test
    void shouldTellWhoMeasuresThatItFailed() {
        try (Driver unused = Driver.start(meter, driver -> {
            throw new IllegalStateException("the broker is gone");
        })) {
            assertThatExceptionOfType(BenchException.class)
                    .isThrownBy(() -> meter.await(Duration.ofMinutes(1)))
                    .withMessageContaining("the broker is gone");
        }
    }
}
