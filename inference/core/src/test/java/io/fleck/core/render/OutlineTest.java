package io.fleck.core.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.detect.Mask;
import io.fleck.core.detect.Masks;
import io.fleck.core.image.Image;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class OutlineTest {
    private static final Outline GREEN = new Outline(0x00FF00);

    @Test
    void shouldFollowTheEdgeOfTheMask() {
        assertThat(drawing(7, pixel -> within(pixel, 7, 2, 4)))
                .containsExactly(
                        ".......", //
                        "..ooo..", ".o###o.", ".o#.#o.", ".o###o.", "..ooo..", ".......");
    }

    @Test
    void shouldCloseTheLineAlongThePicturesBorder() {
        assertThat(drawing(3, pixel -> true)).containsExactly("###", "#.#", "###");
    }

    @Test
    void shouldLeaveAPictureWithoutMaskAlone() {
        assertThat(drawing(3, pixel -> false)).containsExactly("...", "...", "...");
    }

    @Test
    void shouldDrawWiderLinesOnLargePictures() {
        String middle = drawing(800, pixel -> within(pixel, 800, 300, 500)).get(400);

        assertThat(middle).contains(".ooo###.").contains(".###ooo.");
    }

    @Test
    void shouldNotDrawOnThePictureItself() {
        byte[] pixels = new byte[27];

        GREEN.over(new Image(3, 3, 3, pixels), Masks.where(3, 3, pixel -> true));

        assertThat(pixels).containsOnly(0);
    }

    @Test
    void shouldRefuseAMaskOfAnotherSize() {
        Mask mask = new Mask(2, 2, new int[] {4});

        assertThatThrownBy(() -> GREEN.over(new Image(3, 2, 1, new byte[6]), mask))
                .hasMessageContaining("2 x 2")
                .hasMessageContaining("3 x 2");
    }

    private static boolean within(int pixel, int width, int from, int to) {
        int x = pixel % width;
        int y = pixel / width;
        return x >= from && x <= to && y >= from && y <= to;
    }

    /** Each row as text: # the line, o its dark side, . untouched. */
    private static List<String> drawing(int size, IntPredicate inside) {
        byte[] grey = new byte[size * size];
        Arrays.fill(grey, (byte) 100);
        Image drawn = GREEN.over(new Image(size, size, 1, grey), Masks.where(size, size, inside));
        StringBuilder text = new StringBuilder();
        for (int pixel = 0; pixel < size * size; pixel++) {
            byte[] rgb = Arrays.copyOfRange(drawn.pixels(), 3 * pixel, 3 * pixel + 3);
            text.append(Arrays.equals(rgb, new byte[] {0, (byte) 255, 0}) ? '#' : rgb[0] == 40 ? 'o' : '.');
        }
        return IntStream.range(0, size)
                .mapToObj(row -> text.substring(row * size, (row + 1) * size))
                .toList();
    }
}
