package io.fleck.load.bench.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class EpochMicrosTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.000123Z");

    @Test
    void shouldStartAtTheWallClockAndGoOnWithTheMonotonicOne() {
        AtomicLong nanos = new AtomicLong(77);
        EpochMicros clock = new EpochMicros(Clock.fixed(NOON, ZoneOffset.UTC), nanos::get);
        long start = clock.getAsLong();

        nanos.addAndGet(1_500_999);

        assertThat(EpochMicros.toInstant(start)).isEqualTo(NOON);
        assertThat(clock.getAsLong() - start).as("microseconds, rounded down").isEqualTo(1_500);
    }

    @Test
    void shouldGiveAMomentBackAsItWas() {
        long micros = EpochMicros.ofInstant(NOON);
        assertThat(EpochMicros.toInstant(micros)).isEqualTo(NOON);
    }
}
