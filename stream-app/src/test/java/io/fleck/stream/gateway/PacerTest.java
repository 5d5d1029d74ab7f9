package io.fleck.stream.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PacerTest {
    private final TurnedClock clock = new TurnedClock(Instant.EPOCH);

    @Test
    void shouldNotDriftWhateverTheWorkTakes() throws InterruptedException {
        Pacer pacer = new Pacer(30, clock);
        Random random = new Random(0);
        for (int turn = 0; turn <= 30_000; turn++) {
            pacer.await();
            assertThat(clock.nanoTime())
                    .as("time of turn %d", turn)
                    .isBetween((long) (turn * 1e9 / 30) - 1, (long) (turn * 1e9 / 30) + 40_000_000);
            clock.turn(Duration.ofNanos(random.nextInt(40_000_000)));
        }
    }

    @Test
    void shouldWaitForEveryTurnWhenTheWorkTakesNoTime() throws InterruptedException {
        Pacer pacer = new Pacer(10, clock);
        for (int turn = 0; turn < 4; turn++) {
            pacer.await();
        }
        assertThat(clock.waits()).as("the first turn is due at once").hasSize(3);
        assertThat(clock.nanoTime()).isEqualTo(Duration.ofMillis(300).toNanos());
    }

    @Test
    void shouldCatchUpAfterAShortHoldUp() throws InterruptedException {
        Pacer pacer = new Pacer(10, clock);
        pacer.await();
        clock.turn(Duration.ofMillis(450));
        for (int turn = 1; turn <= 6; turn++) {
            pacer.await();
        }
        assertThat(clock.nanoTime()).as("turn 6 is due at 600 ms again").isEqualTo(600_000_000L);
    }

    @Test
    void shouldNotBurstAfterALongHoldUp() throws InterruptedException {
        Pacer pacer = new Pacer(10, clock);
        pacer.await();
        clock.turn(Duration.ofMinutes(1));
        for (int turn = 0; turn < 11; turn++) {
            pacer.await();
        }
        assertThat(Duration.ofNanos(clock.nanoTime())).isEqualTo(Duration.ofSeconds(61));
    }

    @Test
    void shouldNeverWaitWithoutARate() throws InterruptedException {
        Pacer pacer = new Pacer(0, clock);
        pacer.await();
        pacer.await();
        assertThat(clock.waits()).isEmpty();
    }
}
