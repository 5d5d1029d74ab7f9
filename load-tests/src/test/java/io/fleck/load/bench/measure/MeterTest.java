package io.fleck.load.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MeterTest {
    private final Meter meter = new Meter(CpuTimes.ofThisProcess());

    @Test
    void shouldCountOnlyWhatIsFinishedWhileItMeasures() throws InterruptedException {
        meter.add(1_000);

        Span span = meter.measure(Duration.ofMillis(1), Duration.ofMillis(20));

        assertThat(span.frames()).as("frames while nothing happened").isZero();
        assertThat(span.seconds()).isGreaterThanOrEqualTo(0.02);
        assertThat(span.cpuSeconds()).containsOnlyKeys(CpuTimes.BENCH);
        assertThat(meter.frames()).isEqualTo(1_000);
    }

    @Test
    void shouldCountFramesOfAnotherThread() throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        Thread load = new Thread(() -> {
            while (stopped.getCount() > 0) {
                meter.add(3);
            }
        });
        load.start();
        try {
            Span span = meter.measure(Duration.ofMillis(5), Duration.ofMillis(50));
            assertThat(span.frames()).isPositive();
        } finally {
            stopped.countDown();
            load.join(TimeUnit.SECONDS.toMillis(60));
        }
        assertThat(meter.frames() % 3).as("frames counted three at a time").isZero();
    }

    @Test
    void shouldSayAtOnceThatTheLoadBrokeDown() {
        meter.fail(new IllegalStateException("no broker"));
        meter.fail(new IllegalStateException("something that followed"));

        assertThatExceptionOfType(BenchException.class)
                .isThrownBy(() -> meter.measure(Duration.ofHours(1), Duration.ofHours(1)))
                .withMessageContaining("no broker");
        assertThatExceptionOfType(BenchException.class).isThrownBy(meter::requireSound);
    }
}
