package io.fleck.fitting.evaluation;

import static io.fleck.fitting.evaluation.Evaluations.image;
import static io.fleck.fitting.evaluation.Evaluations.scored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fleck.core.detect.ScoreMap;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PixelQualityTest {
    private static final Rectangle NOTHING = new Rectangle(0, 0, 1, 1);

    @TempDir
    private Path folder;

    /** Two cells side by side: over 256 pixels the scores stay at the left value for 64, rise, and end at the right one. */
    private static ScoreMap map(float left, float right) {
        return new ScoreMap(2, 1, new float[] {left, right});
    }

    private Path mask(String name, Rectangle inside) {
        return Evaluations.picture(folder.resolve(name), 64, 64, 0, inside, 255);
    }

    private ScoredImage defective(@Nullable Path mask, @Nullable ScoreMap map) {
        return scored(image(folder.resolve("a.png"), "crack", mask), 20, map);
    }

    private ScoredImage good(@Nullable ScoreMap map) {
        return scored(image(folder.resolve("b.png"), "good", null), 2, map);
    }

    @Test
    void shouldBePerfectWhenTheMapIsHighExactlyInTheMask() {
        PixelQuality quality = PixelQuality.of(List.of(
                defective(mask("m.png", new Rectangle(48, 0, 16, 64)), map(0, 9)), good(map(1, 2))));

        assertThat(quality.auroc()).hasValue(1);
        assertThat(quality.aupro()).hasValue(1);
        assertThat(quality.images()).isEqualTo(2);
        assertThat(quality.regions()).isEqualTo(1);
    }

    @Test
    void shouldCompareThePixelsAboveTheThresholdWithTheMask() {
        List<ScoredImage> images =
                List.of(defective(mask("m.png", new Rectangle(48, 0, 16, 64)), map(0, 9)), good(map(9, 9)));

        // Above 8.99 are the mask's quarter and the good image: 2 * 1/4 of (1/4 + 1 + 1/4).
        assertThat(PixelQuality.of(images, OptionalDouble.of(8.99)).dice().orElseThrow())
                .isCloseTo(0.5 / 1.5, within(0.01));
        assertThat(PixelQuality.of(images).dice()).isEmpty();
    }

    @Test
    void shouldCountGoodImagesAsPixelsWithoutDefect() {
        Path mask = mask("m.png", new Rectangle(48, 0, 16, 64));
        PixelQuality quality = PixelQuality.of(List.of(defective(mask, map(0, 9)), good(map(9, 9))));

        // A quarter of the defective image is defective: 3/4 of its pixels are below, all of the good image's tie.
        assertThat(quality.auroc().orElseThrow()).isCloseTo((0.75 + 0.5) / 1.75, within(1e-9));
    }

    @Test
    void shouldInterpolateTheMapBilinearly() {
        // The right half is defective: it is above the left half only because the map rises between the cells.
        PixelQuality quality =
                PixelQuality.of(List.of(defective(mask("m.png", new Rectangle(32, 0, 32, 64)), map(0, 1))));

        assertThat(quality.auroc()).hasValue(1);
    }

    @Test
    void shouldLeaveOutAndCountDefectsWithoutAnyPixel() {
        Path seen = mask("m.png", new Rectangle(48, 0, 16, 64));
        PixelQuality quality = PixelQuality.of(List.of(
                defective(seen, map(0, 9)),
                defective(Evaluations.picture(folder.resolve("e.png"), 64, 64, 0, NOTHING, 127), map(9, 0)),
                defective(null, map(9, 0)),
                good(map(1, 2))));

        assertThat(quality.auroc()).hasValue(1);
        assertThat(quality.emptyMasks()).as("masks without a value above 127").isEqualTo(1);
        assertThat(quality.withoutMask()).isEqualTo(1);
        assertThat(quality.images()).isEqualTo(2);
    }

    @Test
    void shouldHaveNoFigureWithoutMasks() {
        PixelQuality quality = PixelQuality.of(List.of(defective(null, map(9, 0)), good(map(1, 2))));

        assertThat(quality.auroc()).isEmpty();
        assertThat(quality.aupro()).isEmpty();
        assertThat(quality.images()).isZero();
    }

    @Test
    void shouldHaveNoFigureWithoutMaps() {
        PixelQuality quality =
                PixelQuality.of(List.of(defective(mask("m.png", new Rectangle(0, 0, 9, 9)), null), good(null)));

        assertThat(quality.auroc()).isEmpty();
        assertThat(quality.aupro()).isEmpty();
    }

    @Test
    void shouldNameAMaskThatCannotBeRead() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.png"), "text");
        Path seen = mask("m.png", new Rectangle(48, 0, 16, 64));
        PixelQuality quality =
                PixelQuality.of(List.of(defective(broken, map(0, 9)), defective(seen, map(0, 9)), good(map(1, 2))));

        assertThat(quality.auroc()).hasValue(1);
        assertThat(quality.unreadable()).extracting(UnreadableFile::name).containsExactly("mask of crack/a.png");
    }

    @Test
    void shouldRefuseMorePixelsThanTheHeapHolds() {
        var images = Collections.nCopies(10_000, image(folder.resolve("a.png"), "crack", folder.resolve("m.png")));

        assertThatThrownBy(() -> PixelQuality.requireHeap(images, 1L << 30))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("10000 images need 7500 MiB of heap, there are 1024");
        assertThatCode(() -> PixelQuality.requireHeap(images, 8L << 30)).doesNotThrowAnyException();
    }

    @Test
    void shouldNotMindTheHeapWithoutMasks() {
        var images = Collections.nCopies(10_000, image(folder.resolve("a.png"), "crack", null));

        assertThatCode(() -> PixelQuality.requireHeap(images, 1L << 20)).doesNotThrowAnyException();
    }
}
