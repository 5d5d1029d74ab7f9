package io.fleck.fitting.report;

import static io.fleck.fitting.evaluation.Evaluations.scored;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.fitting.evaluation.ScoredImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GalleryTest {
    /** Scores 1 to n, good ones 0.5 below defective ones. */
    private static List<ScoredImage> images(int good, int defective) {
        List<ScoredImage> images = new ArrayList<>();
        for (int i = 1; i <= good; i++) {
            images.add(scored("good", i - 0.5));
        }
        for (int i = 1; i <= defective; i++) {
            images.add(scored("crack", i));
        }
        return images;
    }

    private static List<Double> scores(List<ScoredImage> images) {
        return images.stream().map(ScoredImage::score).toList();
    }

    @Test
    void shouldShowWhereTheModelIsMostWrongAndMostRight() {
        Gallery gallery = Gallery.of(images(30, 30), 0);

        assertThat(scores(gallery.worstGood())).containsExactly(29.5, 28.5, 27.5, 26.5, 25.5, 24.5);
        assertThat(scores(gallery.worstDefects())).containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
        assertThat(scores(gallery.bestDefects())).containsExactly(30.0, 29.0, 28.0, 27.0, 26.0, 25.0);
        assertThat(gallery.drawn()).hasSize(6);
        assertThat(gallery.drawn()).filteredOn(scored -> scored.image().good()).hasSize(3);
    }

    @Test
    void shouldShowNoImageTwice() {
        for (int size = 0; size < 20; size++) {
            Gallery gallery = Gallery.of(images(size, size + 3), size);
            List<ScoredImage> all = Stream.of(
                            gallery.worstGood(), gallery.worstDefects(), gallery.bestDefects(), gallery.drawn())
                    .flatMap(List::stream)
                    .toList();

            assertThat(all).as("with %s good images", size).doesNotHaveDuplicates();
            assertThat(all)
                    .hasSize(Math.min(6, size)
                            + Math.min(12, size + 3)
                            + gallery.drawn().size());
        }
    }

    @Test
    void shouldDrawTheSameImagesFromTheSameSeed() {
        List<ScoredImage> images = images(40, 40);

        assertThat(Gallery.of(images, 7)).isEqualTo(Gallery.of(images, 7));
        assertThat(Gallery.of(images, 8).drawn())
                .isNotEqualTo(Gallery.of(images, 7).drawn());
    }

    @Test
    void shouldFillUpWithTheOtherKindWhereOneIsUsedUp() {
        assertThat(Gallery.of(images(30, 3), 0).drawn())
                .hasSize(6)
                .allMatch(scored -> scored.image().good());
    }
}
