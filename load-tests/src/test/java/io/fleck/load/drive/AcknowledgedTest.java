package io.fleck.load.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.avro.SourceRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AcknowledgedTest {
    private final Acknowledged acknowledged = new Acknowledged("frames");

    @BeforeEach
    void acknowledge() {
        acknowledged.add(0, 5);
        acknowledged.add(0, 6);
        acknowledged.add(3, 5);
    }

    private static SourceRecord at(int partition, long offset) {
        return new SourceRecord("frames", partition, offset);
    }

    @Test
    void shouldCountPositions() {
        assertThat(acknowledged.count()).isEqualTo(3);
    }

    @Test
    void shouldAskForEachPosition() {
        Set<SourceRecord> asked = new HashSet<>();
        long without = acknowledged.without(position -> {
            asked.add(position);
            return position.getOffset() == 5;
        });
        assertThat(asked).containsExactlyInAnyOrder(at(0, 5), at(0, 6), at(3, 5));
        assertThat(without).isEqualTo(1);
    }

    @Test
    void shouldMissNothingWhereEverythingIsThereAndMore() {
        Set<SourceRecord> there = new HashSet<>(List.of(at(0, 5), at(0, 6), at(3, 5), at(1, 1)));
        assertThat(acknowledged.without(there::contains)).isZero();
        assertThat(acknowledged.without(position -> false)).isEqualTo(3);
    }

    @Test
    void shouldRefuseOnePositionForTwoRecords() {
        assertThatThrownBy(() -> acknowledged.add(0, 6))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("frames/0: offset 6 was acknowledged for two records");
        assertThat(acknowledged.count()).isEqualTo(3);
    }
}
