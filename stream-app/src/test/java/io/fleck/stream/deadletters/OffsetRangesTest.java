package io.fleck.stream.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OffsetRangesTest {
    private static OffsetRanges of(String text) {
        return OffsetRanges.parse(text);
    }

    @Test
    void shouldJoinRangesThatTouch() {
        OffsetRanges ranges = of("0-4,9");
        assertThat(ranges.text()).isEqualTo("0-4,9");
        ranges.add(5, 5);
        assertThat(ranges.text()).isEqualTo("0-5,9");
        ranges.add(7, 8);
        assertThat(ranges.text()).isEqualTo("0-5,7-9");
        ranges.add(3, 20);
        assertThat(ranges.text()).isEqualTo("0-20");
        assertThat(ranges.end()).isEqualTo(21);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldHoldExactlyWhatWasAdded(long seed) {
        Random random = new Random(seed);
        OffsetRanges ranges = of("");
        TreeSet<Long> expected = new TreeSet<>();
        for (int i = 0; i < 200; i++) {
            long first = random.nextInt(500);
            long last = first + random.nextInt(6);
            ranges.add(first, last);
            for (long offset = first; offset <= last; offset++) {
                expected.add(offset);
            }
        }
        ranges.dropBelow(100);
        expected.headSet(100L).clear();
        OffsetRanges read = of(ranges.text());
        for (long offset = 0; offset < 510; offset++) {
            assertThat(read.contains(offset))
                    .as("offset %s of seed %s", offset, seed)
                    .isEqualTo(expected.contains(offset));
        }
    }

    @Test
    void shouldForgetWhatIsGoneAndTheOldestWhenItGrowsTooLong() {
        OffsetRanges ranges = of("0-4,9,20-30");
        ranges.dropBelow(25);
        assertThat(ranges.text()).isEqualTo("25-30");
        OffsetRanges many = of("");
        for (long offset = 0; offset < 4000; offset += 2) {
            many.add(offset, offset);
        }
        many.shorten(100);
        assertThat(many.text()).hasSizeLessThanOrEqualTo(100).endsWith("3996,3998");
        assertThat(many.contains(0)).isFalse();
    }

    @Test
    void shouldBeEmptyAtFirst() {
        assertThat(of("").text()).isEmpty();
        assertThat(of("").contains(0)).isFalse();
        assertThat(of("").end()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1-2-3", "5-4", ",", "-"})
    void shouldRefuseWhatItDidNotWrite(String text) {
        assertThatThrownBy(() -> of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
