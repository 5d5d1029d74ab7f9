package io.fleck.fitting.wafer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fleck.core.wafer.grid.DieGrid;
import io.fleck.fitting.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaferRowsTest {
    private static final String HEADER = "id,label,rows,cols,n_die,n_fail,rle";

    @TempDir
    private Path folder;

    private Path file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("maps.csv"), String.join("\n", lines) + "\n");
    }

    @Test
    void shouldReadRunsRowByRow() throws IOException {
        List<LabelledWafer> wafers = WaferRows.read(file(HEADER, "w1,Loc,2,3,5,2,A2BC1BC"));
        assertThat(wafers).containsExactly(new LabelledWafer("w1", "Loc", new DieGrid(2, 3, new byte[] {0, 1, 1, 2, 1, 2
        })));
    }

    @Test
    void shouldFindColumnsByNameAndIgnoreOthers() throws IOException {
        List<LabelledWafer> wafers = WaferRows.read(file("rle,more,cols,rows,label,id", "2BC,x,3,1,none,a"));
        assertThat(wafers).containsExactly(new LabelledWafer("a", "none", new DieGrid(1, 3, new byte[] {1, 1, 2})));
    }

    @Test
    void shouldKeepOneOfMapsThatAreAlike() throws IOException {
        List<LabelledWafer> wafers =
                WaferRows.read(file(HEADER, "w1,Loc,1,3,3,1,2BC", "w2,none,1,3,3,1,BBC", "w3,Loc,3,1,3,1,2BC"));
        assertThat(wafers).extracting(LabelledWafer::id).containsExactly("w1", "w3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "w,Loc,2,3,5,2,A2BX|line 2, column rle: has 'X'; allowed are digits, A, B and C",
                "w,Loc,2,3,5,2,A2B|line 2, column rle: has 3 of 6 dies",
                "w,Loc,2,3,5,2,7B|line 2, column rle: has a run of 7 in a map of 6 dies",
                "w,Loc,2,3,5,2,4B3C|line 2, column rle: has more than 6 dies",
                "w,Loc,two,3,5,2,6B|line 2, column rows: 'two' is not a whole number",
                "w,Loc,2,-3,5,2,6B|line 2, column cols: -3 is below 0",
                "w,Loc,0,3,5,0,B|line 2, column rows: 0 x 3 dies; allowed are 1 to 1048576",
                "w,Loc,9000,9000,5,2,6B|line 2, column rows: 9000 x 9000 dies; allowed are 1 to 1048576",
                "w,,2,3,5,2,4B2C|line 2, column label: is blank",
                "w,Loc,2,3,5,1,4B2C|line 2, column n_fail: says 1, the map has 2",
                "w,Loc,2|line 2, column cols: is missing",
            })
    void shouldNameTheLineAndTheColumnOfWhatIsWrong(String row, String message) throws IOException {
        Path file = file(HEADER, row);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> WaferRows.read(file))
                .withMessage(file + ", " + message);
    }

    @Test
    void shouldReadWhatItWrote() throws IOException {
        List<LabelledWafer> wafers = List.of(
                new LabelledWafer("w1", "Loc", new DieGrid(2, 3, new byte[] {0, 1, 1, 2, 1, 2})),
                new LabelledWafer("w2", "none", new DieGrid(1, 1, new byte[] {1})));
        Path file = folder.resolve("written.csv");
        WaferRows.write(file, wafers);
        assertThat(file).content().contains("w1,Loc,2,3,A2BCBC");
        assertThat(WaferRows.read(file)).isEqualTo(wafers);
    }

    @Test
    void shouldSayWhichColumnIsMissing() throws IOException {
        Path file = file("id,label,rows,cols", "w,Loc,1,1");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> WaferRows.read(file))
                .withMessage(file + ", line 1: no column rle, only [id, label, rows, cols]");
    }

    @Test
    void shouldRefuseAFileThatIsNoGzip() throws IOException {
        Path file = Files.writeString(folder.resolve("maps.csv.gz"), HEADER);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> WaferRows.read(file))
                .withMessageStartingWith(file + ": cannot be read");
    }

    @Test
    void shouldReadTheRealMaps() {
        Path maps = Path.of(System.getProperty("fleck.data", "absent"), "wafer", "wm811k-dev.csv.gz");
        assumeTrue(Files.exists(maps), "skipped: no wafer maps at " + maps);
        List<LabelledWafer> wafers = WaferRows.read(maps);
        assertThat(wafers).hasSize(29_675);
        assertThat(wafers.stream().filter(wafer -> wafer.label().equals("Scratch")))
                .hasSize(99);
        assertThat(wafers.stream().map(LabelledWafer::label).distinct()).hasSize(9);
    }
}
