package io.fleck.stream.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.core.wafer.pattern.InspectedCount;
import io.fleck.core.wafer.pattern.PatternCluster;
import io.fleck.core.wafer.pattern.PatternMember;
import io.fleck.core.wafer.pattern.PatternState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PatternStatesTest {
    private static final Instant TIME = Instant.parse("2026-03-04T05:06:07.008Z");
    private final PatternStates states = new PatternStates();

    @Test
    void shouldComeBackAsItWas() {
        PatternCluster cluster =
                new PatternCluster("novel-1", List.of(0.25f, -3e-9f), 7, List.of(new PatternMember("w1", TIME)), true);
        PatternState state = new PatternState("ab", TIME, List.of(new InspectedCount(TIME, 12)), List.of(cluster));
        assertThat(states.read(states.bytes(state))).contains(state);
        PatternState empty = PatternState.empty("ab");
        assertThat(states.read(states.bytes(empty))).contains(empty);
    }

    @Test
    void shouldBeginAnewWhereItCannotBeRead() {
        assertThat(states.read("no state".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(states.read("{\"modelDigest\": 7, \"clusters\": 9}".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    /** A changelog takes records of a mebibyte by default. */
    @Test
    void shouldNeverOutgrowARecord() {
        List<PatternMember> members =
                Collections.nCopies(PatternCluster.MOST_MEMBERS, new PatternMember("f".repeat(64), TIME));
        List<PatternCluster> clusters = new ArrayList<>();
        for (int i = 0; i < PatternState.MOST_CLUSTERS; i++) {
            clusters.add(new PatternCluster(
                    "novel-123456789012", Collections.nCopies(64, -0.0012345678f), 100_000, members, false));
        }
        PatternState largest = new PatternState(
                "f".repeat(64),
                TIME,
                Collections.nCopies(PatternState.PARTS + 1, new InspectedCount(TIME, 1_000_000)),
                clusters);
        assertThat(states.bytes(largest)).hasSizeLessThan(900_000);
    }
}
