package io.fleck.fitting.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fleck.cli.ExitCode;
import io.fleck.core.image.DecodeLimits;
import io.fleck.core.image.Image;
import io.fleck.core.image.ImageDecoders;
import io.fleck.core.wafer.format.SampleMaps;
import io.fleck.fitting.data.ImageFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WafersCommandTest {
    @TempDir
    private Path folder;

    private Path json = Path.of("");
    private Path klarf = Path.of("");
    private Path g85 = Path.of("");
    private Path torn = Path.of("");

    @BeforeEach
    void writeFiles() throws IOException {
        json = folder.resolve("wafers.json");
        klarf = Files.writeString(folder.resolve("a.001"), SampleMaps.KLARF_12);
        g85 = Files.writeString(folder.resolve("b.xml"), SampleMaps.G85);
        torn = Files.writeString(folder.resolve("c.001"), SampleMaps.KLARF_12.replace("EndOfFile;", ""));
    }

    private CommandLineRun show(Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("wafers", "show", "--json", json));
        arguments.addAll(List.of(more));
        return CommandLineRun.of(arguments.toArray());
    }

    @Test
    void shouldPrintOneLineAWafer() {
        CommandLineRun run = show(klarf, g85);

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out().lines())
                .containsExactly(
                        klarf + "  KLARF 1.2  lot LOT1  wafer W01  slot 1  step METAL2  tool TOOL7  mm 200  defects 3",
                        klarf + "  KLARF 1.2  lot LOT1  wafer W02  slot 2  step METAL2  tool TOOL7  mm 200  defects 1",
                        g85 + "  SEMI G85  lot LOT3  wafer W01  slot 4  mm 200  defects 2 of 7 dies",
                        g85 + "  SEMI G85  lot LOT3  wafer W02  defects 1 of 2 dies");
    }

    @Test
    void shouldListWafersAsJson() throws IOException {
        show(klarf, g85);
        JsonNode wafers = CommandLineRun.json(json).path("wafers");

        assertThat(wafers).hasSize(4);
        JsonNode first = wafers.get(0);
        assertThat(first.fieldNames())
                .toIterable()
                .containsExactly("file", "format", "lot", "wafer", "step", "tool", "diameter_mm", "defects");
        assertThat(first.path("file").textValue()).isEqualTo(klarf.toString());
        assertThat(first.path("format").textValue()).isEqualTo("KLARF 1.2");
        assertThat(first.path("lot").textValue()).isEqualTo("LOT1");
        assertThat(first.path("wafer").textValue()).isEqualTo("W01");
        assertThat(first.path("step").textValue()).isEqualTo("METAL2");
        assertThat(first.path("tool").textValue()).isEqualTo("TOOL7");
        assertThat(first.path("diameter_mm").doubleValue()).isEqualTo(200);
        assertThat(first.path("defects").intValue()).isEqualTo(3);
        assertThat(wafers.get(3).path("step").textValue()).isEmpty();
        assertThat(wafers.get(3).path("diameter_mm").doubleValue()).isZero();
        assertThat(CommandLineRun.json(json).path("errors")).isEmpty();
    }

    @Test
    void shouldNameAMalformedFileAndGoOn() throws IOException {
        Path gone = folder.resolve("gone.xml");
        CommandLineRun run = show(torn, gone, g85);
        JsonNode figures = CommandLineRun.json(json);

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err().lines())
                .containsExactly(
                        "fleck: " + torn + " line 46: EndOfFile: it is missing: the file is cut off",
                        "fleck: " + gone + ": no such file");
        assertThat(figures.path("wafers")).hasSize(2);
        JsonNode error = figures.path("errors").get(0);
        assertThat(error.fieldNames()).toIterable().containsExactly("file", "line", "field", "reason");
        assertThat(error.path("file").textValue()).isEqualTo(torn.toString());
        assertThat(error.path("line").intValue()).isEqualTo(46);
        assertThat(error.path("field").textValue()).isEqualTo("EndOfFile");
        assertThat(error.path("reason").textValue()).isEqualTo("it is missing: the file is cut off");
        assertThat(figures.path("errors").get(1).path("line").intValue()).isZero();
    }

    @Test
    void shouldDrawEachWafer() throws IOException {
        Path out = folder.resolve("pictures");
        show("--png", out, klarf, klarf);

        assertThat(out.toFile().list())
                .containsExactlyInAnyOrder("LOT1-W01.png", "LOT1-W02.png", "LOT1-W01-2.png", "LOT1-W02-2.png");
        Image picture = ImageDecoders.decode(ImageFolder.read(out.resolve("LOT1-W01.png")), null, DecodeLimits.DEFAULT);
        assertThat(picture.width()).isEqualTo(picture.height()).isGreaterThan(400);
        assertThat(CommandLineRun.json(json).path("wafers").get(0).path("png").textValue())
                .isEqualTo(out.resolve("LOT1-W01.png").toString());
    }

    @Test
    void shouldStayWithinTheFolderWhateverALotIsCalled() throws IOException {
        Path evil = Files.writeString(
                folder.resolve("e.001"), SampleMaps.KLARF_12.replace("LotID \"LOT1\"", "LotID \"../../etc/x\""));
        Path out = folder.resolve("pictures");
        CommandLineRun run = show("--png", out, evil);

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(out.toFile().list()).containsExactlyInAnyOrder("__.._etc_x-W01.png", "__.._etc_x-W02.png");
    }

    @Test
    void shouldSayNothingWhenQuiet() {
        CommandLineRun run = show("--quiet", klarf);

        assertThat(run.code()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).isEmpty();
        assertThat(json).exists();
    }

    @Test
    void shouldAskForWhatIsMissing() {
        assertThat(CommandLineRun.of("wafers").code()).isEqualTo(ExitCode.USAGE);
        assertThat(CommandLineRun.of("wafers", "show").code()).isEqualTo(ExitCode.USAGE);
    }
}
