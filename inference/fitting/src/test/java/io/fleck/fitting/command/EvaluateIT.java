package io.fleck.fitting.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fleck.cli.ExitCode;
import io.fleck.core.engine.EngineOptions;
import io.fleck.core.engine.Engines;
import io.fleck.core.inspect.Inspector;
import io.fleck.core.model.ModelPackage;
import io.fleck.fitting.data.DataSet;
import io.fleck.fitting.data.ImageFolder;
import io.fleck.fitting.data.LabelledImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fit, evaluate and inspect on real pictures through the command line, on few of them so that it takes seconds. */
class EvaluateIT {
    private static final int TRAINING = 100;
    private static final int GOOD = 40;
    private static final int DEFECTIVE = 40;

    @TempDir
    private Path folder;

    private static List<LabelledImage> tiles(boolean good) {
        Path index = Path.of(System.getProperty("fleck.data", "."), "magnetic-tile", "index.tsv");
        assumeThat(Files.isRegularFile(index))
                .as("the magnetic tiles at %s; skipped without them", index)
                .isTrue();
        List<LabelledImage> tiles = new ArrayList<>(DataSet.open(index).images().stream()
                .filter(image -> image.good() == good)
                .toList());
        Collections.shuffle(tiles, new Random(3));
        return tiles;
    }

    private Path index() throws IOException {
        List<LabelledImage> good = tiles(true);
        List<String> lines = new ArrayList<>(List.of("path\tlabel\tmask\tsplit"));
        good.subList(0, TRAINING).forEach(image -> lines.add(line(image, "train")));
        Stream.concat(good.subList(TRAINING, TRAINING + GOOD).stream(), tiles(false).subList(0, DEFECTIVE).stream())
                .forEach(image -> lines.add(line(image, "test")));
        return Files.write(folder.resolve("index.tsv"), lines);
    }

    private static String line(LabelledImage image, String split) {
        Path mask = image.mask();
        return String.join("\t", image.file().toString(), image.label(), mask == null ? "" : mask.toString(), split);
    }

    private JsonNode figures(String command, Object... options) throws IOException {
        Path json = folder.resolve(command + ".json");
        List<Object> arguments = new ArrayList<>(List.of(command, "--json", json));
        arguments.addAll(List.of(options));
        CommandLineRun run = CommandLineRun.of(arguments.toArray());
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        return CommandLineRun.json(json);
    }

    @Test
    void shouldMeasureAFittedDetectorOnRealTiles() throws IOException {
        Path index = index();
        Path model = folder.resolve("model");
        Path report = folder.resolve("report.html");
        figures("fit", "--data", index, "--model", model, "--false-alarm-rate", 0.05, "--set", "components=50");
        JsonNode figures = figures("evaluate", "--model", model, "--data", index, "--report", report);

        assertThat(figures.path("good_images").intValue()).isEqualTo(GOOD);
        assertThat(figures.path("defective_images").intValue()).isEqualTo(DEFECTIVE);
        assertThat(figures.path("image_auroc").doubleValue()).isBetween(0.8, 1.0);
        assertThat(figures.path("image_ap").doubleValue()).isBetween(0.8, 1.0);
        assertThat(figures.path("pixel_auroc").doubleValue())
                .as("chance is 0.5")
                .isBetween(0.65, 1.0);
        assertThat(figures.path("pixel_aupro").doubleValue())
                .as("chance is 0.15")
                .isBetween(0.35, 1.0);
        assertThat(figures.path("false_alarm_rate").doubleValue())
                .isLessThanOrEqualTo(figures.path("false_alarm_bound").doubleValue());
        assertThat(report).content().contains("Evaluation of model").contains("class=\"truth\"");
        shouldGiveTheScoresOfTheInspector(model);
    }

    /** The stream calls the inspector too: what evaluate and inspect print is what it will decide by. */
    private void shouldGiveTheScoresOfTheInspector(Path model) throws IOException {
        List<LabelledImage> some = tiles(false).subList(0, 5);
        List<Object> options = new ArrayList<>(List.of("--model", model));
        some.forEach(image -> options.add(image.file()));
        JsonNode images = figures("inspect", options.toArray()).path("images");

        try (Inspector inspector =
                Inspector.open(ModelPackage.load(model), Engines.select(Engines.AUTO), EngineOptions.DEFAULT)) {
            for (int i = 0; i < some.size(); i++) {
                double score = inspector
                        .inspect(ImageFolder.read(some.get(i).file()), inspector.settings())
                        .score();
                assertThat(images.get(i).path("score").doubleValue())
                        .as("score of %s", some.get(i).name())
                        .isCloseTo(score, within(1e-6));
            }
        }
    }
}
