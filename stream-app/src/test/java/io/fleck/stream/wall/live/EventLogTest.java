package io.fleck.stream.wall.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventLogTest {
    @Test
    void shouldGiveWhatCameAfterANumber() {
        EventLog log = new EventLog(10, 1 << 20);
        IntStream.range(0, 5).forEach(i -> log.append("t", "s", false, "{}"));
        assertThat(log.after(2))
                .hasValueSatisfying(events ->
                        assertThat(events).extracting(WallEvent::sequence).containsExactly(3L, 4L, 5L));
        assertThat(log.after(5)).hasValueSatisfying(events -> assertThat(events).isEmpty());
        assertThat(log.after(0)).hasValueSatisfying(events -> assertThat(events).hasSize(5));
    }

    @Test
    void shouldSayThatItNoLongerHoldsThemAll() {
        EventLog log = new EventLog(3, 1 << 20);
        IntStream.range(0, 5).forEach(i -> log.append("t", "s", false, "{}"));
        assertThat(log.after(2)).as("3, 4, 5 are held").isPresent();
        assertThat(log.after(1)).as("2 is not").isEmpty();
        assertThat(log.after(6)).as("a number of no event").isEmpty();
        assertThat(log.after(-1)).isEmpty();
    }

    @Test
    void shouldBoundItsBytes() {
        EventLog log = new EventLog(1_000, 10_000);
        IntStream.range(0, 100).forEach(i -> log.append("t", "s", false, "x".repeat(900)));
        assertThat(log.after(90)).as("ten events of 1,000 bytes").isPresent();
        assertThat(log.after(89)).isEmpty();
        log.append("t", "s", false, "x".repeat(20_000));
        assertThat(log.after(100)).as("one too large for the log").isEmpty();
        assertThat(log.after(101)).isPresent();
    }
}
