package io.fleck.load.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {
    /** A row's cells without their padding. */
    private static List<List<String>> rows(String table) {
        return table.lines()
                .filter(line -> line.startsWith("|"))
                .map(line -> List.of(line.substring(1).split("\\|", -1)).stream()
                        .map(String::strip)
                        .toList())
                .toList();
    }

    @Test
    void shouldListShapesFastestFirst() {
        List<List<String>> rows = rows(Tables.sweep(Results.sweep()).toString());
        assertThat(rows.get(2)).startsWith(Results.POOL.label(), "100", "20.0");
        assertThat(rows.get(3)).startsWith(Results.LOOP.label(), "80.0", "25.0");
    }

    @Test
    void shouldCompareStreamAndEngineRoundByRound() {
        List<List<String>> rows = rows(Tables.of(Results.full()));
        assertThat(rows).anySatisfy(row -> assertThat(row).startsWith("1", "100", "90.0", "0.900"));
        assertThat(rows).anySatisfy(row -> assertThat(row).startsWith("median", "100", "90.0", "0.900"));
    }

    @Test
    void shouldSayWhoSpentTheCpu() {
        List<List<String>> rows = rows(Tables.of(Results.full()));
        assertThat(rows).anySatisfy(row -> assertThat(row).startsWith("stream", "90.0", "18.0", "1.00", "2.00"));
        assertThat(rows).anySatisfy(row -> assertThat(row).startsWith("stream, null engine", "900", "1.80"));
        assertThat(rows).anySatisfy(row -> assertThat(row).startsWith("Flink", "80.0", "20.3"));
    }

    @Test
    void shouldGiveLatencyByGuaranteeAndLoad() {
        List<List<String>> rows = rows(Tables.latencies(Results.full().loads()).toString());
        assertThat(rows).hasSize(2 + 6);
        assertThat(rows.get(3)).startsWith("exactly_once_v2", "50 %", "45.0", "100", "60.0");
        assertThat(rows.get(6)).startsWith("at_least_once", "50 %", "45.0", "100", "10.0");
    }

    @Test
    void shouldLeaveOutStagesThatNeverRan() {
        List<List<String>> rows = rows(Tables.stages(Results.stages()).toString());
        assertThat(rows)
                .extracting(row -> row.get(0))
                .contains("decode", "infer")
                .doesNotContain("batch");
    }

    @Test
    void shouldLeaveOutWhatWasNotMeasured() {
        assertThat(Tables.of(Results.least()))
                .contains("Rounds", "Time per stage")
                .doesNotContain("Added latency", "Flink", "null engine");
    }
}
