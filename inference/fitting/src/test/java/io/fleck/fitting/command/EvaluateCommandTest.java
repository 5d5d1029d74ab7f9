package io.fleck.fitting.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.fleck.cli.ExitCode;
import io.fleck.core.engine.EngineProvider;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    @TempDir
    private Path folder;

    private Path model = Path.of("");
    private Path json = Path.of("");

    @BeforeEach
    void writeModel() {
        model = BrightnessModel.calibrated(folder.resolve("model"));
        json = folder.resolve("figures/evaluate.json");
    }

    private CommandLineRun evaluate(Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("evaluate", "--json", json));
        arguments.addAll(List.of(more));
        return CommandLineRun.of(arguments.toArray());
    }

    private Path tiles() throws IOException {
        return new Tiles(folder.resolve("data"))
                .good("a.png", 60, "test")
                .good("b.png", 120, "test")
                .good("unseen.png", 255, "train")
                .defective("c.png", 90, "stain")
                .defective("d.png", 200, "crack")
                .defective("e.png", 250, "crack")
                .index();
    }

    @Test
    void shouldMeasureTheTestRows() throws IOException {
        CommandLineRun run = evaluate("--model", model, "--data", tiles());
        JsonNode figures = CommandLineRun.json(json);

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(figures.path("image_auroc").doubleValue()).as("5 of 6 pairs").isCloseTo(5 / 6.0, within(1e-9));
        // Precision 1 up to a recall of 2/3, then 3 of 4.
        assertThat(figures.path("image_ap").doubleValue()).isCloseTo(2 / 3.0 + 0.75 / 3, within(1e-9));
        assertThat(figures.path("false_alarm_rate").doubleValue()).isEqualTo(0.5);
        assertThat(figures.path("false_alarm_bound").doubleValue()).isEqualTo(1);
        assertThat(figures.path("detection_rate").doubleValue()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(figures.path("threshold").doubleValue()).isEqualTo(98);
        assertThat(figures.path("images_per_second").doubleValue()).isPositive();
        assertThat(figures.path("good_images").intValue()).isEqualTo(2);
        assertThat(figures.path("defective_images").intValue()).isEqualTo(3);
        assertThat(figures.path("auroc_by_defect").path("crack").doubleValue()).isEqualTo(1);
        assertThat(figures.path("auroc_by_defect").path("stain").doubleValue()).isEqualTo(0.5);
    }

    @Test
    void shouldMeasurePixelsAgainstTheMasks() throws IOException {
        Path data = new Tiles(folder.resolve("data"))
                .good("a.png", 30, "test")
                .defective("c.png", 200, "stain")
                .index();
        evaluate("--model", model, "--data", data);
        JsonNode figures = CommandLineRun.json(json);

        // Interpolation makes the map leak one cell beyond the patch, so ties and leaks cost a little.
        assertThat(figures.path("pixel_auroc").doubleValue()).isBetween(0.99, 1.0);
        assertThat(figures.path("pixel_aupro").doubleValue()).isBetween(0.9, 1.0);
        assertThat(figures.path("pixel_images").intValue()).isEqualTo(2);
    }

    @Test
    void shouldPrintEachDefectAndTheFigures() throws IOException {
        CommandLineRun run = evaluate("--model", model, "--data", tiles());

        assertThat(run.out().lines().map(line -> line.replaceAll("\\s+", " ")))
                .contains("crack 2 1.0000 2", "stain 1 0.5000 0", "image_auroc 0.833333", "unreadable_files 0");
    }

    @Test
    void shouldPrintNothingWhenQuiet() throws IOException {
        CommandLineRun run = evaluate("--model", model, "--data", tiles(), "--quiet");

        assertThat(run.out()).isEmpty();
        assertThat(json).exists();
    }

    @Test
    void shouldWriteAReport() throws IOException {
        Path report = folder.resolve("reports/tiles.html");
        evaluate("--model", model, "--data", tiles(), "--report", report, "--threads", 1, "--seed", 3);

        assertThat(report).content().contains("Evaluation of brightness 1").contains("data:image/jpeg;base64,");
    }

    @Test
    void shouldNameWhatItCannotReadAndGoOn() throws IOException {
        Path data = new Tiles(folder.resolve("data"))
                .good("a.png", 60, "test")
                .listed("text.png", "no picture", "good")
                .defective("d.png", 200, "crack")
                .index();
        CommandLineRun run = evaluate("--model", model, "--data", data);

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err().lines()).singleElement().asString().startsWith("fleck: text.png: ");
        assertThat(CommandLineRun.json(json).path("unreadable_files").intValue())
                .isEqualTo(1);
        assertThat(CommandLineRun.json(json).path("image_auroc").doubleValue()).isEqualTo(1);
    }

    @Test
    void shouldLeaveOutFiguresThatDoNotExist() throws IOException {
        Path data = new Tiles(folder.resolve("data"))
                .good("a.png", 60, "test")
                .good("b.png", 70, "test")
                .index();
        CommandLineRun run = evaluate("--model", model, "--data", data, "--report", folder.resolve("report.html"));
        JsonNode figures = CommandLineRun.json(json);

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(figures.fieldNames())
                .toIterable()
                .contains("false_alarm_rate", "false_alarm_bound")
                .doesNotContain("image_auroc", "image_ap", "pixel_auroc", "pixel_aupro", "detection_rate");
    }

    @Test
    void shouldSayNothingOfFalseAlarmsWithoutCalibration() throws IOException {
        Path uncalibrated = BrightnessModel.write(folder.resolve("raw"), null, null);
        CommandLineRun run =
                evaluate("--model", uncalibrated, "--data", tiles(), "--report", folder.resolve("report.html"));
        JsonNode figures = CommandLineRun.json(json);

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(figures.fieldNames())
                .toIterable()
                .contains("image_auroc")
                .doesNotContain("false_alarm_rate", "false_alarm_bound", "threshold", "detection_rate", "pixel_auroc");
    }

    @Test
    void shouldRefuseAModelThatIsNotThereInOneLine() throws IOException {
        CommandLineRun run = evaluate("--model", folder.resolve("gone"), "--data", tiles());

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("fleck: --model ")
                .contains("gone");
    }

    @Test
    void shouldRefuseAModelWhoseGraphWasChanged() throws IOException {
        Files.writeString(model.resolve("graph.onnx"), "other");
        CommandLineRun run = evaluate("--model", model, "--data", tiles());

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("graph.onnx")
                .contains("SHA-256");
    }

    @Test
    void shouldRefuseDataThatIsNone() {
        CommandLineRun run = evaluate("--model", model, "--data", folder.resolve("nothing"));

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("fleck: --data ")
                .contains("nothing");
    }

    @Test
    void shouldRefuseAnEngineThatIsNone() throws IOException {
        CommandLineRun run = evaluate("--model", model, "--data", tiles(), "--engine", "abacus");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("abacus")
                .contains("onnxruntime");
    }

    @Test
    void shouldSayWhatAnEngineLacksOnThisMachine() throws IOException {
        Path services = Files.createDirectories(folder.resolve("engines/META-INF/services"));
        Files.writeString(services.resolve(EngineProvider.class.getName()), AbsentEngine.class.getName());
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        URL[] engines = {folder.resolve("engines").toUri().toURL()};
        try (URLClassLoader more = new URLClassLoader(engines, usual)) {
            thread.setContextClassLoader(more);
            CommandLineRun run = evaluate("--model", model, "--data", tiles(), "--engine", "absent");

            assertThat(run.code()).isEqualTo(ExitCode.MISSING);
            assertThat(run.err().lines()).containsExactly("fleck: engine absent cannot run here: no such device");
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    @Test
    void shouldNameTheImageForWhichTheModelGivesNoNumber() throws IOException {
        Path broken = BrightnessModel.broken(folder.resolve("broken"));
        CommandLineRun run = evaluate("--model", broken, "--data", tiles(), "--threads", 1);

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("a.png")
                .contains("NaN");
        assertThat(json).doesNotExist();
    }

    @Test
    void shouldRefuseAReportThatCannotBeWritten() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "in the way");
        CommandLineRun run = evaluate("--model", model, "--data", tiles(), "--report", inTheWay.resolve("r.html"));

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err().lines()).singleElement().asString().startsWith("fleck: --report " + inTheWay);
    }

    @Test
    void shouldRefuseToWorkWithoutThreads() throws IOException {
        CommandLineRun run = evaluate("--model", model, "--data", tiles(), "--threads", 0);

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--threads 0; at least 1");
    }
}
