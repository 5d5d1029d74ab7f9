package io.fleck.stream.wall.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeenOffsetsTest {
    @Test
    void shouldCountEachOffsetOnceFromTheFirstOn() {
        SeenOffsets seen = new SeenOffsets(5_000_000_000L);
        assertThat(seen.add(4_999_999_999L)).as("before the first").isFalse();
        assertThat(seen.add(5_000_000_000L)).isTrue();
        assertThat(seen.add(5_000_000_000L)).as("again").isFalse();
    }

    @Test
    void shouldCountEachOnceInAnyOrderThroughManyShifts() {
        SeenOffsets seen = new SeenOffsets(0);
        Random random = new Random(0);
        int fresh = 0;
        for (int block = 0; block < 100; block++) {
            List<Long> offsets = new ArrayList<>();
            for (long i = 0; i < 1_000; i++) {
                offsets.add(block * 1_000L + i);
                offsets.add(block * 1_000L + i);
            }
            Collections.shuffle(offsets, random);
            for (long offset : offsets) {
                fresh += seen.add(offset) ? 1 : 0;
            }
        }
        assertThat(fresh).isEqualTo(100_000);
    }

    @Test
    void shouldNotTakeMemoryForAGapThatNeverCloses() {
        SeenOffsets seen = new SeenOffsets(0);
        assertThat(seen.add(1L << 40)).isTrue();
        assertThat(seen.add(1L << 40)).isFalse();
        assertThat(seen.add((1L << 40) + 1)).isTrue();
        assertThat(seen.add(3)).as("far behind the window").isFalse();
    }
}
