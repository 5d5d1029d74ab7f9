package io.fleck.stream.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestTest {
    @ParameterizedTest
    @CsvSource({"kitten,sitting,3", "flaw,lawn,2", "'',abc,3", "abc,'',3", "same,same,0", "intention,execution,5"})
    void shouldCountEdits(String from, String to, int edits) {
        assertThat(Nearest.edits(from, to)).isEqualTo(edits);
    }

    @Test
    void shouldFindTheNearest() {
        assertThat(Nearest.to("admin.prot", List.of("engine.name", "admin.port", "admin.host")))
                .hasValue("admin.port");
        assertThat(Nearest.to("x", List.of())).isEmpty();
    }
}
