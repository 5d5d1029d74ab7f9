package io.fleck.fitting.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.image.DecodeException;
import io.fleck.core.image.Image;
import java.awt.Color;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroundTruthTest {
    @TempDir
    private Path folder;

    private static GroundTruth grey(int width, int height, int... samples) {
        byte[] pixels = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            pixels[i] = (byte) samples[i];
        }
        return GroundTruth.of(new Image(width, height, 1, pixels));
    }

    @Test
    void shouldTakeValuesAbove127AsInside() {
        assertThat(grey(4, 1, 0, 127, 128, 255).scaled(4, 1).runs()).containsExactly(2, 2);
    }

    @Test
    void shouldTakeThePixelUnderTheCentreWhenItShrinks() {
        // Centres of 2 pixels over 4 lie at 1 and 3: the second and the fourth pixel.
        assertThat(grey(4, 1, 255, 0, 0, 255).scaled(2, 1).runs()).containsExactly(1, 1);
        assertThat(grey(1, 4, 255, 0, 0, 255).scaled(1, 2).runs()).containsExactly(1, 1);
        // Of 3 over 5: 0.83, 2.5, 4.17.
        assertThat(grey(5, 1, 255, 0, 255, 0, 255).scaled(3, 1).runs()).containsExactly(0, 3);
    }

    @Test
    void shouldRepeatPixelsWhenItGrows() {
        assertThat(grey(2, 1, 0, 255).scaled(6, 2).runs()).containsExactly(3, 3, 3, 3);
    }

    @Test
    void shouldTakeAColouredPixelAsInside() {
        Path file = Evaluations.coloured(folder.resolve("red.png"), 3, 2, Color.RED);

        assertThat(GroundTruth.read(file).scaled(3, 2).area()).isEqualTo(6);
    }

    @Test
    void shouldReadAMaskFromItsFile() {
        Path file = Evaluations.picture(folder.resolve("mask.png"), 8, 4, 0, new Rectangle(2, 1, 4, 2), 200);

        assertThat(GroundTruth.read(file).scaled(8, 4).runs()).containsExactly(10, 4, 4, 4, 10);
    }

    @Test
    void shouldRefuseAFileThatIsNoPicture() throws IOException {
        Path file = Files.writeString(folder.resolve("text.png"), "no picture");

        assertThatThrownBy(() -> GroundTruth.read(file)).isInstanceOf(DecodeException.class);
    }
}
