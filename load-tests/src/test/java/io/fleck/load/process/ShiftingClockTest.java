package io.fleck.load.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class ShiftingClockTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private final ShiftingClock clock = new ShiftingClock(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void shouldTellTheTimeUntilItIsShifted() {
        assertThat(clock.instant()).isEqualTo(NOON);
        clock.shift(Duration.ofMinutes(45));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(45 * 60));
    }

    @Test
    void shouldAddUpShifts() {
        clock.shift(Duration.ofMinutes(45));
        clock.shift(Duration.ofMinutes(-90));
        assertThat(clock.instant()).isEqualTo(NOON.minusSeconds(45 * 60));
        assertThat(clock.millis()).isEqualTo(clock.instant().toEpochMilli());
    }

    @Test
    void shouldKeepItsZone() {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(clock.withZone(zone).getZone()).isEqualTo(zone);
        assertThat(clock.withZone(zone).instant()).isEqualTo(NOON);
    }
}
