package io.fleck.load.bench.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fleck.load.bench.measure.CpuTimes;
import io.fleck.load.bench.measure.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final long START = 1_000_000;

    private final AtomicLong now = new AtomicLong(START);
    private final List<Long> sent = new ArrayList<>();
    private final CountDownLatch enough = new CountDownLatch(10);

    /** Runs until ten frames are sent. */
    private void run(Schedule schedule) throws InterruptedException {
        Meter meter = new Meter(CpuTimes.ofThisProcess());
        try (Driver unused = Driver.start(meter, driver -> schedule.run(now::get, this::send, driver))) {
            assertThat(enough.await(60, TimeUnit.SECONDS)).as("ten frames sent").isTrue();
        }
        meter.requireSound();
    }

    private void send(long due) {
        if (enough.getCount() > 0) {
            sent.add(due);
        }
        enough.countDown();
    }

    @Test
    void shouldSpaceFramesEvenlyWithoutAddingUpRounding() {
        Schedule schedule = new Schedule(START, 3);
        assertThat(schedule.due(0)).isEqualTo(START);
        assertThat(schedule.due(1)).isEqualTo(START + 333_333);
        assertThat(schedule.due(2)).isEqualTo(START + 666_667);
        assertThat(schedule.due(3_000_000)).isEqualTo(START + 1_000_000L * 1_000_000L);
    }

    @Test
    void shouldSendWhatBecameDueWhileItWasHeldUpWithTheMomentItWasDue() throws InterruptedException {
        now.set(START + 5_000_000);

        run(new Schedule(START, 10));

        assertThat(sent)
                .as("due moments of the first ten frames, half a minute of which lie in the past")
                .containsExactly(
                        START,
                        START + 100_000,
                        START + 200_000,
                        START + 300_000,
                        START + 400_000,
                        START + 500_000,
                        START + 600_000,
                        START + 700_000,
                        START + 800_000,
                        START + 900_000);
    }

    @Test
    void shouldSendNothingBeforeItIsDue() throws InterruptedException {
        Schedule schedule = new Schedule(START, 10);
        CountDownLatch started = new CountDownLatch(1);
        try (Driver unused = Driver.start(new Meter(CpuTimes.ofThisProcess()), driver -> {
            schedule.run(
                    () -> {
                        started.countDown();
                        return START - 1;
                    },
                    this::send,
                    driver);
        })) {
            assertThat(started.await(60, TimeUnit.SECONDS))
                    .as("it looked at the clock")
                    .isTrue();
        }
        assertThat(sent).as("frames sent before the first was due").isEmpty();
    }

    @Test
    void shouldRefuseARateOfNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schedule(START, 0))
                .withMessageContaining("0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Schedule(START, Double.NaN));
    }
}
