package io.fleck.core.wafer.wm811k;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.wafer.BinMap;
import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.format.ReadLimits;
import io.fleck.core.wafer.format.SampleMaps;
import io.fleck.core.wafer.format.WaferMapException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Wm811kReaderTest {
    private static List<DefectMap> read(String text) {
        return new Wm811kReader()
                .read(SampleMaps.file(text), ReadLimits.DEFAULT)
                .maps();
    }

    @Test
    void shouldReadRows() {
        List<DefectMap> maps = read(SampleMaps.WM811K);

        assertThat(maps).extracting(map -> map.identity().wafer()).containsExactly("wm-1", "wm-2");
        assertThat(maps).extracting(DefectMap::defectCount).containsExactly(2, 0);
        assertThat(maps.get(0).identity().lot()).isEqualTo("wm811k");
    }

    @Test
    void shouldPlaceRunsRowByRow() {
        BinMap map = read(SampleMaps.WM811K).get(0).bins().orElseThrow();

        assertThat(map.bins()).containsExactly(-1, 1, -1, 1, 1, 1, 2, 1, 2);
        assertThat(map.failBins()).containsExactly(2);
    }

    @Test
    void shouldFindColumnsByTheirNames() {
        List<DefectMap> maps = read("rle,n_fail,cols,x,n_die,rows,id\r\n2CA,2,3,?,2,1,w\r\n\r\n");

        assertThat(maps).hasSize(1);
        assertThat(maps.get(0).bins().orElseThrow().bins()).containsExactly(2, 2, -1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wm-2,none,2,2,4,0,3B | rle | it says 3 places; there are 4",
                "wm-2,none,2,2,4,0,99999999999999999999B | rle | it says 1000000000 places; there are 4",
                "wm-2,none,2,2,4,0,4D | rle | it has 'D' at place 2; runs are counts and the letters A, B and C",
                "wm-2,none,2,2,4,0,4B5 | rle | it ends with a count that has no letter",
                "wm-2,none,2,2,3,0,4B | n_die | it says 3 dies; there are 4",
                "wm-2,none,2,2,4,1,4B | n_fail | it says 1 failed dies; there are 0",
                "wm-2,none,two,2,4,0,4B | rows | it is 'two'; it must be a whole number of at least 0",
                "wm-2,none,0,2,4,0,4B | rows, cols | the grid has 0 x 2 places; 1 to 4000000 are allowed",
                "wm-2,none,99999,99999,4,0,4B | rows, cols"
                        + " | the grid has 99999 x 99999 places; 1 to 4000000 are allowed",
                "wm-2,none,2,2,4,0 |  | it has 6 fields, the header 7",
                ",none,2,2,4,0,4B | id | wafer is ''; it must not be empty",
            })
    void shouldNameWhatIsWrong(String row, String field, String reason) {
        String text = SampleMaps.WM811K.replace("wm-2,none,2,2,4,0,4B", row);

        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(WaferMapException.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.field()).isEqualTo(field == null ? "" : field);
            assertThat(e.line()).isEqualTo(3);
        });
    }

    @Test
    void shouldNameAColumnThatIsMissing() {
        assertThatThrownBy(() -> read(SampleMaps.WM811K.replace("n_die", "dies")))
                .hasMessage("sample line 1: n_die: the table has no such column");
    }

    @Test
    void shouldRefuseMoreWafersThanAllowed() {
        assertThatThrownBy(() ->
                        new Wm811kReader().read(SampleMaps.file(SampleMaps.WM811K), new ReadLimits(1_000, 1, 1, 100)))
                .hasMessage("sample line 3: the file has more than 1 wafers");
    }
}
