package io.fleck.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

final class BytePartsTest {
    private final ByteParts parts = new ByteParts(ByteBuffer.allocate(10_000));

    @Test
    void shouldJoinNeighbours() {
        parts.add(2, 5);
        parts.add(5, 9);
        parts.add(20, 30);

        assertThat(parts.all()).extracting(ByteBuffer::remaining).containsExactly(7, 10);
    }

    @Test
    void shouldStartAnywhere() {
        parts.add(0, 1);

        assertThat(parts.all()).extracting(ByteBuffer::remaining).containsExactly(1);
    }

    @Test
    void shouldRefuseTooMany() {
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 5000; i++) {
                        parts.add(2 * i, 2 * i + 1);
                    }
                })
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("more than 4096");
    }
}
