package io.fleck.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ColourMapTest {
    /** Levels of matplotlib's tables that lie between the anchors. */
    @ParameterizedTest
    @CsvSource({
        "INFERNO, 0, 000004", "INFERNO, 255, fcffa4", "INFERNO, 120, b0315b", "INFERNO, 200, fb9d07",
        "TURBO, 0, 30123b", "TURBO, 255, 7a0403", "TURBO, 100, 3ff68a", "TURBO, 200, f46617"
    })
    void shouldBeNearThePublishedTable(ColourMap map, int level, String published) {
        int expected = Integer.parseInt(published, 16);
        for (int shift = 0; shift <= 16; shift += 8) {
            int difference = (map.colour(level) >> shift & 0xFF) - (expected >> shift & 0xFF);
            assertThat(Math.abs(difference))
                    .as("%s at %s, bit %s", map, level, shift)
                    .isLessThanOrEqualTo(7);
        }
    }

    @Test
    void shouldGrowLighterAllAlongInferno() {
        for (int level = 1; level < 256; level++) {
            assertThat(lightness(ColourMap.INFERNO.colour(level)))
                    .as("lightness at %s", level)
                    .isGreaterThanOrEqualTo(lightness(ColourMap.INFERNO.colour(level - 1)) - 0.5);
        }
    }

    private static double lightness(int colour) {
        return 0.299 * (colour >> 16 & 0xFF) + 0.587 * (colour >> 8 & 0xFF) + 0.114 * (colour & 0xFF);
    }

    @ParameterizedTest
    @EnumSource
    void shouldHaveNoSteps(ColourMap map) {
        for (int level = 1; level < 256; level++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                int step = (map.colour(level) >> shift & 0xFF) - (map.colour(level - 1) >> shift & 0xFF);
                assertThat(Math.abs(step))
                        .as("%s at %s, bit %s", map, level, shift)
                        .isLessThan(8);
            }
        }
    }
}
