package io.fleck.core.image.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ChannelsTest {
    @Test
    void shouldSwapRedAndBlueOfEveryPixel() {
        byte[] pixels = {1, 2, 3, 4, 5, 6};

        Channels.swapRedAndBlue(pixels);

        assertThat(pixels).containsExactly(3, 2, 1, 6, 5, 4);
    }

    @Test
    void shouldDropTheLastSamplesOfEveryPixel() {
        assertThat(Channels.first(new byte[] {1, 2, 3, 9, 4, 5, 6, 9}, 4, 3)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(Channels.first(new byte[] {1, 9, 2, 9}, 2, 1)).containsExactly(1, 2);
    }

    @Test
    void shouldNotCopyWhenAllAreKept() {
        byte[] samples = {1, 2, 3};

        assertThat(Channels.first(samples, 3, 3)).isSameAs(samples);
    }
}
