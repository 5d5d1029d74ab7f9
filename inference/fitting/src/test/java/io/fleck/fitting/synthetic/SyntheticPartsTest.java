package io.fleck.fitting.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.image.Image;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SyntheticPartsTest {
    private static final int SIZE = 128;

    @ParameterizedTest
    @EnumSource
    void shouldRepeatALineForItsSeedOnly(Surface surface) {
        SyntheticParts line = line(surface, 0.5, 3);
        SyntheticParts again = line(surface, 0.5, 3);

        assertThat(again.part(9).image().pixels())
                .as("part 9 without the parts before")
                .isEqualTo(partsUpTo(line, 9).image().pixels());
        assertThat(line(surface, 0.5, 4).part(9).image().pixels())
                .as("another seed")
                .isNotEqualTo(again.part(9).image().pixels());
    }

    private static Part partsUpTo(SyntheticParts line, int index) {
        Part part = line.next();
        while (part.index() < index) {
            part = line.next();
        }
        return part;
    }

    @ParameterizedTest
    @EnumSource
    void shouldDrawPartsInSeveralThreads(Surface surface) {
        SyntheticParts line = line(surface, 1, 5);

        assertThat(IntStream.range(0, 16).parallel().mapToObj(i -> line.part(i % 4)))
                .allSatisfy(part -> assertThat(part.image().pixels())
                        .isEqualTo(
                                line(surface, 1, 5).part(part.index()).image().pixels()));
    }

    @ParameterizedTest
    @EnumSource
    void shouldMarkNothingOnGoodPartsAndEveryDefect(Surface surface) {
        SyntheticParts mixed = line(surface, 0.5, 11);
        for (int i = 0; i < 60; i++) {
            Part part = mixed.next();
            int marked = marked(part);
            if (part.good()) {
                assertThat(marked).as("%s part %s, good", surface, i).isZero();
            } else {
                assertThat(marked)
                        .as("%s part %s, %s", surface, i, part.label())
                        .isBetween(3, SIZE * SIZE / 8);
            }
        }
    }

    private static int marked(Part part) {
        int marked = 0;
        for (byte pixel : part.mask()) {
            assertThat(pixel).isIn((byte) 0, (byte) 255);
            marked += pixel & 1;
        }
        return marked;
    }

    @ParameterizedTest
    @EnumSource
    void shouldShowEveryKindOfDefectInTheShareAskedFor(Surface surface) {
        SyntheticParts line = line(surface, 0.4, 2);
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < 300; i++) {
            counts.merge(line.next().label(), 1, Integer::sum);
        }

        assertThat(counts.keySet()).containsExactly("good", "missing", "pit", "scratch", "stain");
        assertThat(counts.get("good")).isBetween(150, 210);
        assertThat(counts.values()).allMatch(count -> count >= 10);
    }

    /** The same part, drawn with and without its defect, differs on the mask and next to nowhere else. */
    @ParameterizedTest
    @EnumSource
    void shouldChangeThePictureWhereTheMaskSays(Surface surface) {
        SyntheticParts defective = line(surface, 1, 21);
        for (int i = 0; i < 24; i++) {
            Part part = defective.part(i);
            double[] difference =
                    differences(part, defective.withDefective(0).part(i).image());
            assertThat(difference[0])
                    .as("%s part %s, %s: mean change on the mask", surface, i, part.label())
                    .isGreaterThan(2 * difference[1])
                    .isGreaterThan(4);
        }
    }

    /** Mean absolute difference inside and outside the mask, in levels. */
    private static double[] differences(Part part, Image other) {
        double[] sums = new double[2];
        int[] counts = new int[2];
        for (int pixel = 0; pixel < part.mask().length; pixel++) {
            int where = part.mask()[pixel] != 0 ? 0 : 1;
            for (int at = 3 * pixel; at < 3 * pixel + 3; at++) {
                sums[where] += Math.abs((part.image().pixels()[at] & 0xFF) - (other.pixels()[at] & 0xFF));
                counts[where]++;
            }
        }
        return new double[] {sums[0] / counts[0], sums[1] / counts[1]};
    }

    @ParameterizedTest
    @EnumSource
    void shouldVaryGoodPartsWithoutLosingContrast(Surface surface) {
        SyntheticParts good = line(surface, 0, 8);
        Set<Integer> pictures = new TreeSet<>();
        double darkest = 255;
        double brightest = 0;
        for (int i = 0; i < 40; i++) {
            Image image = good.next().image();
            pictures.add(Arrays.hashCode(image.pixels()));
            double mean = mean(image);
            darkest = Math.min(darkest, mean);
            brightest = Math.max(brightest, mean);
        }

        assertThat(pictures).as("different pictures").hasSize(40);
        assertThat(darkest).as("darkest exposure").isGreaterThan(50);
        assertThat(brightest).as("brightest exposure").isLessThan(200);
        assertThat(brightest / darkest).as("drift of the light").isBetween(1.03, 1.3);
    }

    private static double mean(Image image) {
        long sum = 0;
        for (byte sample : image.pixels()) {
            sum += sample & 0xFF;
        }
        return (double) sum / image.pixels().length;
    }

    @Test
    void shouldKeepTheDefectWhenAnotherShareIsAskedFor() {
        SyntheticParts line = line(Surface.CAST, 1, 1);

        assertThat(line.withDefective(0).next().label()).isEqualTo("good");
        assertThat(line.next().label()).isNotEqualTo("good");
    }

    @ParameterizedTest
    @CsvSource({"63, 0.5, 63 pixels", "1025, 0.5, 1025 pixels", "128, -0.1, -0.1", "128, 1.1, 1.1", "128, NaN, NaN"})
    void shouldNameWhatIsOutOfRange(int size, double share, String message) {
        assertThatThrownBy(() -> new SyntheticParts(Surface.WOVEN, size, share, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void shouldNameSurfacesForStations() {
        assertThat(Surface.values()).extracting(Surface::id).containsExactly("brushed-metal", "woven", "cast");
    }

    private static SyntheticParts line(Surface surface, double defective, long seed) {
        return new SyntheticParts(surface, SIZE, defective, seed);
    }
}
