package io.fleck.fitting.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fleck.cli.ExitCode;
import io.fleck.core.image.DecodeLimits;
import io.fleck.core.image.Image;
import io.fleck.core.image.ImageDecoders;
import io.fleck.fitting.data.ImageFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
    @TempDir
    private Path folder;

    private Path model = Path.of("");
    private Path json = Path.of("");
    private Path out = Path.of("");
    private Path good = Path.of("");
    private Path stained = Path.of("");

    @BeforeEach
    void writeModelAndTiles() {
        model = BrightnessModel.calibrated(folder.resolve("model"));
        json = folder.resolve("inspect.json");
        out = folder.resolve("overlays");
        good = new Tiles(folder).tile("good.png", 60);
        stained = new Tiles(folder).tile("stained.png", 200);
    }

    private CommandLineRun inspect(Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("inspect", "--json", json));
        arguments.addAll(List.of(more));
        return CommandLineRun.of(arguments.toArray());
    }

    @Test
    void shouldPrintOneLineAnImage() {
        CommandLineRun run = inspect("--model", model, good, stained);

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out().lines())
                .startsWith(
                        good + "  OK  score 60.00  threshold 98.00  p 1.000  regions 0",
                        stained + "  ANOMALY  score 200.0  threshold 98.00  p 0.05000  regions 1");
    }

    @Test
    void shouldListImagesAsJson() throws IOException {
        inspect("--model", model, "--out", out, good, stained);
        JsonNode images = CommandLineRun.json(json).path("images");

        assertThat(images).hasSize(2);
        assertThat(images.get(0).path("verdict").textValue()).isEqualTo("OK");
        JsonNode anomaly = images.get(1);
        assertThat(anomaly.path("file").textValue()).isEqualTo(stained.toString());
        assertThat(anomaly.path("verdict").textValue()).isEqualTo("ANOMALY");
        assertThat(anomaly.path("score").doubleValue()).isEqualTo(200);
        assertThat(anomaly.path("threshold").doubleValue()).isEqualTo(98);
        assertThat(anomaly.path("p_value").doubleValue()).isEqualTo(1 / 20.0);
        assertThat(anomaly.path("overlay").textValue())
                .isEqualTo(out.resolve("stained-overlay.png").toString());
        JsonNode region = anomaly.path("regions").get(0);
        assertThat(region.path("x").intValue())
                .as("left edge, between the cells")
                .isBetween(40, 48);
        assertThat(region.path("peak_score").doubleValue()).isEqualTo(200);
        assertThat(CommandLineRun.json(json).path("errors")).isEmpty();
    }

    @Test
    void shouldDrawOverlaysOfTheFramesSize() {
        inspect("--model", model, "--out", out, good, stained);
        Image overlay = picture(out.resolve("stained-overlay.png"));

        assertThat(overlay.width()).isEqualTo(64);
        assertThat(overlay.height()).isEqualTo(64);
        assertThat(overlay.channels()).as("the heat map has colour").isEqualTo(3);
        assertThat(grey(overlay, 2, 2)).as("the plain part stays grey").isTrue();
        assertThat(grey(overlay, 60, 60)).as("the patch is hot").isFalse();
        assertThat(out.resolve("good-overlay.png")).exists();
    }

    private static Image picture(Path file) {
        return ImageDecoders.decode(ImageFolder.read(file), null, DecodeLimits.DEFAULT);
    }

    private static boolean grey(Image image, int x, int y) {
        int at = 3 * (y * image.width() + x);
        byte[] pixels = image.pixels();
        return pixels[at] == pixels[at + 1] && pixels[at] == pixels[at + 2];
    }

    @Test
    void shouldKeepOverlaysOfEqualNamesApart() {
        Path other = new Tiles(folder.resolve("line-2")).tile("good.png", 70);
        inspect("--model", model, "--out", out, good, other);

        assertThat(out)
                .isDirectoryContaining("glob:**/good-overlay.png")
                .isDirectoryContaining("glob:**/good-overlay-2.png");
    }

    @Test
    void shouldLeaveThePictureAloneWhenOverlaysGoBesideIt() throws IOException {
        byte[] before = Files.readAllBytes(good);
        inspect("--model", model, "--out", folder, good);

        assertThat(good).hasBinaryContent(before);
        assertThat(folder.resolve("good-overlay.png")).exists();
    }

    @Test
    void shouldNameABrokenImageAndGoOn() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jpg"), "no picture");
        Path gone = folder.resolve("gone.png");
        CommandLineRun run = inspect("--model", model, text, gone, stained);
        JsonNode figures = CommandLineRun.json(json);

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err().lines()).hasSize(2).allMatch(line -> line.startsWith("fleck: " + folder));
        assertThat(figures.path("images")).hasSize(1);
        assertThat(figures.path("errors").get(0).path("file").textValue()).isEqualTo(text.toString());
        assertThat(figures.path("errors").get(1).path("reason").textValue()).startsWith("cannot be read");
    }

    @Test
    void shouldGiveNoVerdictWithoutCalibration() throws IOException {
        Path uncalibrated = BrightnessModel.write(folder.resolve("raw"), null, "map");
        CommandLineRun run = inspect("--model", uncalibrated, "--out", out, stained);
        JsonNode image = CommandLineRun.json(json).path("images").get(0);

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("UNKNOWN  score 200.0  regions 0");
        assertThat(image.has("threshold")).isFalse();
        assertThat(image.has("p_value")).isFalse();
        assertThat(out.resolve("stained-overlay.png")).exists();
    }

    @Test
    void shouldDrawNothingWithoutAMap() throws IOException {
        Path mapless = BrightnessModel.write(folder.resolve("raw"), null, null);
        CommandLineRun run = inspect("--model", mapless, "--out", out, stained);

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(CommandLineRun.json(json).path("images").get(0).has("overlay"))
                .isFalse();
        assertThat(out).doesNotExist();
    }

    @Test
    void shouldRefuseToRunWithoutImages() {
        assertThat(inspect("--model", model).code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void shouldRefuseAModelThatIsNotThereInOneLine() {
        CommandLineRun run = inspect("--model", folder.resolve("gone"), good);

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().lines()).singleElement().asString().contains("gone");
    }
}
