package io.fleck.fitting.frames;

import io.fleck.fitting.data.LabelledImage;
import io.fleck.fitting.data.Split;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;

/** Draws small pictures to fit on. */
public final class Pictures {
    private Pictures() {}

    /** Writes a grey PNG whose level at (x, y) is given. */
    public static LabelledImage grey(Path folder, String name, int width, int height, IntBinaryOperator level) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.getRaster().setSample(x, y, 0, level.applyAsInt(x, y));
            }
        }
        Path file = folder.resolve(name + ".png");
        try {
            Files.createDirectories(folder);
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LabelledImage(name + ".png", file, LabelledImage.GOOD, null, Split.EITHER);
    }

    /** Brushed surfaces that differ by chance: stripes of a slowly changing level, and noise. */
    public static List<LabelledImage> surfaces(Path folder, int count, long seed) {
        Random random = new Random(seed);
        List<LabelledImage> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int[] stripes = random.ints(64, 90, 130).toArray();
            int light = random.nextInt(20);
            images.add(
                    grey(folder, "part-%03d".formatted(i), 64, 64, (x, y) -> stripes[y] + light + random.nextInt(12)));
        }
        return images;
    }
}
