package io.fleck.stream.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.avro.FrameFormat;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoopingSourceTest {
    @Test
    void shouldRepeatInOrderAndNeverEnd() {
        try (LoopingSource source = new LoopingSource(List.of(item("a"), item("b"), item("c")))) {
            assertThat(IntStream.range(0, 7)
                            .mapToObj(i ->
                                    source.poll(Duration.ZERO).orElseThrow().name()))
                    .containsExactly("a", "b", "c", "a", "b", "c", "a");
            assertThat(source.exhausted()).isFalse();
        }
    }

    @Test
    void shouldGiveNewIdsToTheNextRound() {
        MemoryLedger ledger = new MemoryLedger("camera");
        byte[] content = {1, 2, 3};
        var first = ledger.assign(item("a"), content);
        var second = ledger.assign(item("a"), content);
        assertThat(first.sequence()).isZero();
        assertThat(second.sequence()).isEqualTo(1);
        assertThat(first.id()).isNotEqualTo(second.id());
    }

    @Test
    void shouldRefuseNothingToLoopOver() {
        assertThatThrownBy(() -> new LoopingSource(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static FrameItem item(String label) {
        return FrameItem.of(label, FrameFormat.JPEG, new byte[] {1});
    }
}
