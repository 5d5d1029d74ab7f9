package io.fleck.core.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.detect.ScoreMap;
import io.fleck.core.image.Image;
import io.fleck.core.image.Rectangle;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class HeatMapTest {
    private static final HeatScale SCALE = new HeatScale(0, 1);
    private static final Rectangle ALL = new Rectangle(0, 0, 4, 4);

    @Test
    void shouldLeaveLowScoresAsTheyAre() {
        Image drawn = HeatMap.DEFAULT.over(grey(100), ALL, map(0, 0), SCALE);

        assertThat(drawn.channels()).isEqualTo(3);
        assertThat(drawn.pixels()).containsOnly(100);
    }

    @Test
    void shouldMixInTheColourOfHighScores() {
        Image drawn = new HeatMap(ColourMap.TURBO, 0.5).over(grey(100), ALL, map(1, 1), SCALE);

        // Half of grey 100, half of turbo's 7a0403.
        assertThat(Arrays.copyOf(drawn.pixels(), 3)).containsExactly(111, 52, 52);
    }

    @Test
    void shouldGrowOpaqueUpToTheMiddleOfTheScale() {
        HeatMap opaque = new HeatMap(ColourMap.INFERNO, 1);
        int quarter = opaque.over(grey(100), ALL, map(0.25f, 0.25f), SCALE).pixels()[1] & 0xFF;
        int half = opaque.over(grey(100), ALL, map(0.5f, 0.5f), SCALE).pixels()[1] & 0xFF;

        assertThat(half).as("green of the threshold's colour alone").isEqualTo(0x37);
        assertThat(quarter).as("half way between grey and inferno's violet").isBetween(50, 60);
    }

    @Test
    void shouldDrawWithinItsAreaOnlyAndFromLeftToRight() {
        Image drawn = HeatMap.DEFAULT.over(grey(100), new Rectangle(1, 2, 2, 1), map(0, 1), SCALE);

        for (int pixel = 0; pixel < 16; pixel++) {
            byte[] rgb = Arrays.copyOfRange(drawn.pixels(), 3 * pixel, 3 * pixel + 3);
            if (pixel == 2 * 4 + 2) {
                assertThat(rgb).as("pixel %s", pixel).isNotEqualTo(new byte[] {100, 100, 100});
            } else {
                assertThat(rgb).as("pixel %s", pixel).containsOnly(100);
            }
        }
    }

    @Test
    void shouldNotDrawOnThePictureItself() {
        byte[] pixels = new byte[48];
        Image colour = new Image(4, 4, 3, pixels);

        HeatMap.DEFAULT.over(colour, ALL, map(1, 1), SCALE);

        assertThat(pixels).containsOnly(0);
    }

    @Test
    void shouldRefuseAnAreaOutsideAndAnOpacityOutOfRange() {
        assertThatThrownBy(() -> HeatMap.DEFAULT.over(grey(0), new Rectangle(1, 0, 4, 4), map(0, 0), SCALE))
                .hasMessageContaining("x=1")
                .hasMessageContaining("4 x 4");
        assertThatThrownBy(() -> new HeatMap(ColourMap.TURBO, 0)).hasMessageContaining("opacity 0.0");
        assertThatThrownBy(() -> new HeatMap(ColourMap.TURBO, 1.1)).hasMessageContaining("opacity 1.1");
    }

    private static ScoreMap map(float left, float right) {
        return new ScoreMap(2, 1, new float[] {left, right});
    }

    private static Image grey(int level) {
        byte[] pixels = new byte[16];
        Arrays.fill(pixels, (byte) level);
        return new Image(4, 4, 1, pixels);
    }
}
