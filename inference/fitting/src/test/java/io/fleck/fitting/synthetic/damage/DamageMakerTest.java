package io.fleck.fitting.synthetic.damage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.image.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DamageMakerTest {
    private final List<Image> donors = List.of(noisy(96, 80, 3, 1), noisy(64, 64, 1, 2), noisy(120, 40, 3, 3));
    private final DamageMaker maker = new DamageMaker(donors, 7);

    private static Image noisy(int width, int height, int channels, long seed) {
        Random random = new Random(seed);
        byte[] pixels = new byte[width * height * channels];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (90 + random.nextInt(60));
        }
        return new Image(width, height, channels, pixels);
    }

    private static boolean differs(Image a, Image b, int pixel) {
        for (int channel = 0; channel < a.channels(); channel++) {
            int index = pixel * a.channels() + channel;
            if (a.pixels()[index] != b.pixels()[index]) {
                return true;
            }
        }
        return false;
    }

    private static void assertExact(Damaged damaged, Image good) {
        for (int pixel = 0; pixel < damaged.mask().length; pixel++) {
            assertThat(damaged.mask()[pixel] != 0)
                    .as("mask of pixel %s", pixel)
                    .isEqualTo(differs(good, damaged.image(), pixel));
        }
    }

    @ParameterizedTest
    @EnumSource(DamageKind.class)
    void shouldMaskExactlyThePixelsThatDiffer(DamageKind kind) {
        for (int number = 0; number < 20; number++) {
            Image good = donors.get(number % 3);
            byte[] before = good.pixels().clone();
            Damaged damaged = maker.damage(good, kind, number);

            assertThat(good.pixels()).as("the good picture stays").isEqualTo(before);
            assertExact(damaged, good);
            assertThat((double) damaged.area() / damaged.mask().length).isBetween(0.0005, 0.15);
        }
    }

    @ParameterizedTest
    @EnumSource(DamageKind.class)
    void shouldRepeatBySeedKindAndNumber(DamageKind kind) {
        Image good = donors.get(0);
        byte[] first = maker.damage(good, kind, 4).image().pixels();

        assertThat(new DamageMaker(donors, 7).damage(good, kind, 4).image().pixels())
                .isEqualTo(first);
        assertThat(maker.damage(good, kind, 5).image().pixels()).isNotEqualTo(first);
        assertThat(new DamageMaker(donors, 8).damage(good, kind, 4).image().pixels())
                .isNotEqualTo(first);
    }

    @Test
    void shouldDamageEvenPicturesThatAreOneLevelAllOver() {
        Image even = new Image(32, 32, 1, new byte[32 * 32]);
        DamageMaker plain = new DamageMaker(List.of(even), 1);
        for (DamageKind kind : DamageKind.values()) {
            assertThat(plain.damage(even, kind, 3).area()).as("%s", kind).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {6, 12, 24})
    void shouldDrawSpotsOfTheSizeAndContrastAskedFor(double diameter) {
        Image good = donors.get(1);
        for (int number = 0; number < 10; number++) {
            Damaged spot = maker.spot(good, diameter, 0.2, number);
            int strongest = 0;
            for (int i = 0; i < good.pixels().length; i++) {
                int change = Byte.toUnsignedInt(spot.image().pixels()[i]) - Byte.toUnsignedInt(good.pixels()[i]);
                strongest = Math.max(strongest, Math.abs(change));
            }

            assertExact(spot, good);
            assertThat(strongest).as("0.2 of the range of levels").isEqualTo(51);
            assertThat(Math.sqrt(4 * spot.area() / Math.PI)).isBetween(0.75 * diameter, 1.1 * diameter);
        }
    }

    @Test
    void shouldDrawNothingWithoutContrast() {
        assertThat(maker.spot(donors.get(0), 20, 0, 1).area()).isZero();
    }

    @Test
    void shouldPasteNothingWithoutALevelThatGivesItAway() {
        Image good = donors.get(1);
        List<Double> changes = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            Damaged control = maker.nothing(good, 24, number);
            assertThat(control.area()).as("another picture's pixels").isPositive();
            double sum = 0;
            for (int i = 0; i < good.pixels().length; i++) {
                sum += Byte.toUnsignedInt(control.image().pixels()[i]) - Byte.toUnsignedInt(good.pixels()[i]);
            }
            changes.add(sum / control.area());
        }

        assertThat(changes).as("mean change of level in the paste").allMatch(change -> Math.abs(change) < 8);
    }

    @Test
    void shouldNeedATexture() {
        assertThatThrownBy(() -> new DamageMaker(List.of(), 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
