package io.fleck.fitting.evaluation;

import io.fleck.core.detect.ScoreMap;
import io.fleck.core.model.ModelManifest;
import io.fleck.core.model.ModelManifest.Calibration;
import io.fleck.fitting.data.LabelledImage;
import io.fleck.fitting.data.Split;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Made-up images, scores and models. */
public final class Evaluations {
    private Evaluations() {}

    /** Calibrated for 10 % on the scores 1 to 19 of images kept apart: its threshold is 18. */
    public static ModelManifest calibrated() {
        return calibrated("split");
    }

    public static ModelManifest calibrated(String method) {
        List<Double> scores =
                DoubleStream.iterate(1, score -> score + 1).limit(19).boxed().toList();
        return model(new Calibration(method, 0.1, 18, scores));
    }

    public static ModelManifest model(@Nullable Calibration calibration) {
        return new ModelManifest(
                1,
                "tiles",
                "3",
                "frames",
                "gaussian",
                new ModelManifest.Input("frames", 8, 8),
                new ModelManifest.Outputs("score", "map"),
                calibration,
                null,
                Map.of("grid", "16"),
                Map.of(),
                "0".repeat(64));
    }

    public static Evaluation of(ModelManifest model, List<ScoredImage> images) {
        return new Evaluation(model, images, List.of(), Duration.ofSeconds(2));
    }

    public static LabelledImage image(Path file, String label, @Nullable Path mask) {
        return new LabelledImage(label + "/" + file.getFileName(), file, label, mask, Split.EITHER);
    }

    /** An image without file, mask and map; the threshold is 18. */
    public static ScoredImage scored(String label, double score) {
        return scored(image(Path.of(label + score + ".png"), label, null), score, null);
    }

    public static ScoredImage scored(LabelledImage image, double score, @Nullable ScoreMap map) {
        return new ScoredImage(image, score, score > 18, OptionalDouble.of(0.5), map, score > 18 ? 1 : 0);
    }

    /** A grey picture with one rectangle of another grey. */
    public static Path picture(Path file, int width, int height, int background, Rectangle inside, int foreground) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setSamples(0, 0, width, height, 0, filled(width * height, background));
        picture.getRaster()
                .setSamples(
                        inside.x,
                        inside.y,
                        inside.width,
                        inside.height,
                        0,
                        filled(inside.width * inside.height, foreground));
        return write(file, picture);
    }

    private static int[] filled(int length, int value) {
        int[] samples = new int[length];
        Arrays.fill(samples, value);
        return samples;
    }

    /** A picture of one colour. */
    public static Path coloured(Path file, int width, int height, Color colour) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return write(file, picture);
    }

    private static Path write(Path file, BufferedImage picture) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(picture, "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
