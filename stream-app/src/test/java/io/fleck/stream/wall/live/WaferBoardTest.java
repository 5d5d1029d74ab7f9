package io.fleck.stream.wall.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.avro.Verdict;
import org.junit.jupiter.api.Test;

class WaferBoardTest {
    private final WaferBoard board = new WaferBoard();

    @Test
    void shouldShowAWaferOnceItsMapAndItsResultHaveCome() {
        assertThat(board.map(FakeWafers.map(1))).isEmpty();
        assertThat(board.result(FakeWafers.verdict(1, Verdict.ANOMALY, "Donut")))
                .hasValueSatisfying(wafer -> {
                    assertThat(wafer.lot()).isEqualTo("L1");
                    assertThat(wafer.verdict()).isEqualTo("ANOMALY");
                    assertThat(wafer.signature()).isEqualTo("Donut");
                    assertThat(wafer.defects()).isEqualTo(120);
                });
        assertThat(board.result(FakeWafers.verdict(2, Verdict.OK, "none"))).isEmpty();
        assertThat(board.map(FakeWafers.map(2)))
                .as("the result came first")
                .hasValueSatisfying(wafer -> assertThat(wafer.pValue()).isEqualTo(0.61));
        assertThat(board.wafers()).extracting(WaferMessages.Wafer::wafer).containsExactly("01", "02");
    }

    @Test
    void shouldKeepTheLatest() {
        for (int i = 0; i < WaferBoard.SHOWN + 5; i++) {
            board.map(FakeWafers.map(i));
            board.result(FakeWafers.verdict(i, Verdict.OK, "none"));
        }
        assertThat(board.wafers()).hasSize(WaferBoard.SHOWN);
        assertThat(board.wafers().get(0).id()).isEqualTo(FakeWafers.id(5));
        board.result(FakeWafers.verdict(7, Verdict.NOVEL, "none"));
        assertThat(board.wafers()).as("judged again").hasSize(WaferBoard.SHOWN);
        assertThat(board.wafers().get(WaferBoard.SHOWN - 1).id()).isEqualTo(FakeWafers.id(7));
    }

    @Test
    void shouldGiveAPatternThePicturesOfItsWafers() {
        board.map(FakeWafers.map(1));
        WaferMessages.Pattern pattern = board.pattern(FakeWafers.pattern("novel-1", 1, 2));
        assertThat(pattern.examples()).hasSize(2);
        assertThat(pattern.examples().get(0).png()).isEqualTo(FakeWafers.map(1).png());
        assertThat(pattern.examples().get(1).png()).as("never seen").isNull();
        board.map(FakeWafers.map(2));
        assertThat(board.patterns().get(0).examples().get(1).png())
                .as("seen by now")
                .isNotNull();
    }

    @Test
    void shouldKeepTheLatestPatternsEachOnce() {
        for (int i = 0; i < WaferBoard.PATTERNS + 2; i++) {
            board.pattern(FakeWafers.pattern("novel-" + i, i));
        }
        board.pattern(FakeWafers.pattern("novel-7", 1, 2, 3));
        assertThat(board.patterns()).hasSize(WaferBoard.PATTERNS);
        WaferMessages.Pattern last = board.patterns().get(WaferBoard.PATTERNS - 1);
        assertThat(last.eventId()).isEqualTo("novel-7");
        assertThat(last.count()).isEqualTo(3);
    }
}
