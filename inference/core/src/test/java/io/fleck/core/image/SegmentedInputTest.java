package io.fleck.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SegmentedInputTest {
    private static SegmentedInput input() {
        ByteBuffer direct = ByteBuffer.allocateDirect(4).put(new byte[] {99, 4, 5, 99});
        return new SegmentedInput(List.of(
                ByteBuffer.wrap(new byte[] {1, 2, 3}),
                ByteBuffer.allocate(0),
                direct.position(1).limit(3),
                ByteBuffer.wrap(new byte[] {(byte) 0xFF})));
    }

    @Test
    void shouldReadOnePartAfterTheOther() throws IOException {
        SegmentedInput input = input();

        assertThat(input.length()).isEqualTo(6);
        for (int expected : new int[] {1, 2, 3, 4, 5, 255, -1, -1}) {
            assertThat(input.read()).isEqualTo(expected);
        }
    }

    @Test
    void shouldFillAnArrayAcrossParts() throws IOException {
        byte[] all = new byte[6];
        input().readFully(all);

        assertThat(all).containsExactly(1, 2, 3, 4, 5, 255);
    }

    @Test
    void shouldSayWhenThereIsNothingLeft() throws IOException {
        SegmentedInput input = input();
        input.seek(6);

        assertThat(input.read(new byte[3], 0, 3)).isEqualTo(-1);
        assertThat(new SegmentedInput(List.of()).read()).isEqualTo(-1);
    }

    @Test
    void shouldReadIntoTheMiddleOfAnArray() throws IOException {
        byte[] target = new byte[4];
        SegmentedInput input = input();
        input.seek(1);

        assertThat(input.read(target, 1, 2)).isEqualTo(2);
        assertThat(target).containsExactly(0, 2, 3, 0);
    }

    @Test
    void shouldSeekBackAndForth() throws IOException {
        SegmentedInput input = input();
        int[] bytes = {1, 2, 3, 4, 5, 255};
        Random random = new Random(2);
        for (int i = 0; i < 200; i++) {
            int position = random.nextInt(6);
            input.seek(position);
            assertThat(input.read()).as("byte %s", position).isEqualTo(bytes[position]);
        }
    }

    @Test
    void shouldLeaveTheBuffersWhereTheyAre() throws IOException {
        ByteBuffer part = ByteBuffer.wrap(new byte[] {1, 2, 3}).position(1);
        SegmentedInput input = new SegmentedInput(List.of(part));

        assertThat(input.read()).isEqualTo(2);
        assertThat(part.position()).isEqualTo(1);
    }
}
