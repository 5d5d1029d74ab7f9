package io.fleck.core.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.image.Image;
import io.fleck.core.wafer.BinMap;
import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.Defects;
import io.fleck.core.wafer.DieLayout;
import io.fleck.core.wafer.Notch;
import io.fleck.core.wafer.WaferGeometry;
import io.fleck.core.wafer.WaferIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WaferPictureTest {
    private static final int SIZE = 400;
    private static final int WHITE = 0xFFFFFF;
    private static final int SILICON = 0xEEF1F5;
    private static final WaferIdentity WAFER = WaferIdentity.of("L", "1");
    private static final DieLayout NO_GRID = DieLayout.UNKNOWN;

    private static Image draw(WaferGeometry geometry, Defects defects) {
        return WaferPicture.of(new DefectMap(WAFER, geometry, defects, null), SIZE);
    }

    private static WaferGeometry wafer(DieLayout dies, Notch notch) {
        return new WaferGeometry(200, dies, notch);
    }

    private static Image draw(WaferGeometry geometry, BinMap bins) {
        return WaferPicture.of(DefectMap.of(WAFER, geometry, bins), SIZE);
    }

    private static int pixel(Image image, double x, double y) {
        int at = 3 * (((int) y) * image.width() + ((int) x));
        byte[] rgb = image.pixels();
        return (rgb[at] & 0xFF) << 16 | (rgb[at + 1] & 0xFF) << 8 | (rgb[at + 2] & 0xFF);
    }

    private static boolean red(int colour) {
        return (colour >> 16) > 150 && (colour >> 8 & 0xFF) < 130 && (colour & 0xFF) < 130;
    }

    private static boolean green(int colour) {
        return (colour >> 8 & 0xFF) > (colour >> 16) + 15 && (colour >> 8 & 0xFF) > (colour & 0xFF) + 10;
    }

    @Test
    void shouldDrawARoundWafer() {
        Image image = draw(wafer(NO_GRID, Notch.UNKNOWN), Defects.NONE);

        assertThat(pixel(image, 2, 2)).isEqualTo(WHITE);
        assertThat(pixel(image, 60, 60))
                .as("beside the disc, within its square")
                .isEqualTo(WHITE);
        assertThat(pixel(image, 200, 200)).isEqualTo(SILICON);
        assertThat(pixel(image, 200, 20)).isEqualTo(SILICON);
    }

    @ParameterizedTest
    @CsvSource({"DOWN, 200, 386", "UP, 200, 14", "LEFT, 14, 200", "RIGHT, 386, 200"})
    void shouldCutTheNotchAtItsSide(Notch notch, double x, double y) {
        assertThat(pixel(draw(wafer(NO_GRID, notch), Defects.NONE), x, y)).isEqualTo(WHITE);
        assertThat(pixel(draw(wafer(NO_GRID, Notch.UNKNOWN), Defects.NONE), x, y))
                .as("without the notch")
                .isNotEqualTo(WHITE);
    }

    @Test
    void shouldDrawDefectsWhereTheyLie() {
        Defects defects = Defects.at(new float[] {50_000, 0}, new float[] {0, 80_000});
        Image image = draw(wafer(NO_GRID, Notch.DOWN), defects);
        double perMicrometre = 0.94 * SIZE / 200_000;

        assertThat(red(pixel(image, 200 + 50_000 * perMicrometre, 200)))
                .as("at the right")
                .isTrue();
        assertThat(red(pixel(image, 200, 200 - 80_000 * perMicrometre)))
                .as("at the top")
                .isTrue();
        assertThat(red(pixel(image, 200 - 50_000 * perMicrometre, 200)))
                .as("at the left")
                .isFalse();
    }

    @Test
    void shouldDrawTheDieGridThroughItsOrigin() {
        Image image = draw(wafer(new DieLayout(40_000, 40_000, 0, 0), Notch.DOWN), Defects.NONE);
        double pitch = 0.94 * SIZE / 200_000 * 40_000;

        assertThat(pixel(image, 200, 230)).as("line through the origin").isNotEqualTo(SILICON);
        assertThat(pixel(image, 200 + pitch, 230)).as("the next line").isNotEqualTo(SILICON);
        assertThat(pixel(image, 200 + pitch / 2, 230)).as("between them").isEqualTo(SILICON);
        assertThat(pixel(image, 200 + pitch * 2.5, 20)).as("beside the wafer").isEqualTo(WHITE);
    }

    @Test
    void shouldDrawNoGridThatIsTooFine() {
        Image image = draw(wafer(new DieLayout(400, 400, 0, 0), Notch.DOWN), Defects.NONE);

        assertThat(pixel(image, 200, 200)).isEqualTo(SILICON);
    }

    @Test
    void shouldColourDiesByTheirBins() {
        BinMap bins = new BinMap(3, 3, new int[] {-1, 1, -1, 1, 7, 1, -1, 9, -1}, new int[] {7, 9});
        Image image = draw(wafer(new DieLayout(50_000, 50_000, -75_000, -75_000), Notch.DOWN), bins);

        assertThat(green(pixel(image, 200, 110))).as("passed, at the top").isTrue();
        assertThat(red(pixel(image, 200, 200))).as("the first failed bin").isTrue();
        assertThat(pixel(image, 200, 290))
                .as("the second failed bin has another colour")
                .isNotEqualTo(pixel(image, 200, 200));
        assertThat(green(pixel(image, 200, 290))).isFalse();
        assertThat(pixel(image, 110, 110)).as("no die").isEqualTo(SILICON);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 200})
    void shouldSpanTheWaferWithAGridOfUnknownPitch(double diameter) {
        int[] bins = new int[100];
        Image image = draw(
                new WaferGeometry(diameter, DieLayout.UNKNOWN, Notch.UNKNOWN), new BinMap(10, 10, bins, new int[0]));

        assertThat(green(pixel(image, 30, 195))).as("at the left edge").isTrue();
        assertThat(green(pixel(image, 370, 195))).as("at the right edge").isTrue();
    }

    @Test
    void shouldReachTheFarthestDieOfAWaferOfUnknownSize() {
        BinMap bins = new BinMap(1, 5, new int[] {0, 0, 0, 0, 0}, new int[0]);
        DieLayout dies = new DieLayout(10_000, 10_000, -25_000, -5_000);
        Image image = draw(new WaferGeometry(0, dies, Notch.UNKNOWN), bins);

        assertThat(green(pixel(image, 40, 190))).as("the outermost die").isTrue();
        assertThat(pixel(image, 200, 100)).as("above the row").isEqualTo(SILICON);
    }

    @Test
    void shouldFillDiesThatAreSmallerThanAPixel() {
        Image image = draw(
                new WaferGeometry(0, DieLayout.UNKNOWN, Notch.UNKNOWN),
                new BinMap(1_000, 1_000, new int[1_000_000], new int[0]));

        assertThat(green(pixel(image, 200, 200))).isTrue();
        assertThat(green(pixel(image, 150, 251))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Notch.class)
    void shouldDrawTheSameTwice(Notch notch) {
        Defects defects = Defects.at(new float[] {1, 2, 3}, new float[] {-1, 5_000, 70_000});
        WaferGeometry geometry = wafer(new DieLayout(9_000, 7_000, 1, 2), notch);

        assertThat(draw(geometry, defects).pixels())
                .isEqualTo(draw(geometry, defects).pixels());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 8_193})
    void shouldRefuseSizesOutOfRange(int size) {
        DefectMap map = new DefectMap(WAFER, wafer(NO_GRID, Notch.DOWN), Defects.NONE, null);

        assertThatThrownBy(() -> WaferPicture.of(map, size))
                .hasMessage("wafer picture of " + size + " pixels; allowed are 32 to 8192");
    }
}
