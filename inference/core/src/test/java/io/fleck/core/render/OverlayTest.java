package io.fleck.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.core.detect.ScoreMap;
import io.fleck.core.image.Image;
import io.fleck.core.image.Rectangle;
import io.fleck.core.image.Resizer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class OverlayTest {
    private static final byte[] WHITE = {-1, -1, -1};

    private final Overlay overlay = new Overlay(new Thumbnails(new Resizer()));
    private final Image frame = new Image(80, 40, 1, filled(3200));
    private final Rectangle right = new Rectangle(40, 0, 40, 40);

    private static byte[] filled(int size) {
        byte[] pixels = new byte[size];
        Arrays.fill(pixels, (byte) 100);
        return pixels;
    }

    @Test
    void shouldOutlineWhatIsAboveTheThresholdWhereItIs() {
        float[] scores = new float[16];
        scores[5] = 10;

        Image drawn = overlay.of(frame, right, new ScoreMap(4, 4, scores), 4, 40);

        assertThat(drawn.width()).isEqualTo(40);
        assertThat(drawn.height()).isEqualTo(20);
        assertThat(countOfWhite(drawn, 0, 20)).as("left of the area").isZero();
        // The cell's centre is 7.5 pixels right and below of the area's corner, which is at x = 20.
        assertThat(countOfWhite(drawn, 22, 34)).as("around the cell").isGreaterThan(8);
    }

    @Test
    void shouldDrawNoLineOnAGoodFrame() {
        Image drawn = overlay.of(frame, right, new ScoreMap(2, 2, new float[] {1, 2, 3, 4}), 4, 80);

        assertThat(countOfWhite(drawn, 0, 80)).isZero();
        assertThat(drawn.pixels()).as("heat below the threshold").isNotEqualTo(filled(9600));
    }

    private static int countOfWhite(Image image, int fromX, int toX) {
        int count = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = fromX; x < toX; x++) {
                int at = 3 * (y * image.width() + x);
                count += Arrays.equals(Arrays.copyOfRange(image.pixels(), at, at + 3), WHITE) ? 1 : 0;
            }
        }
        return count;
    }
}
