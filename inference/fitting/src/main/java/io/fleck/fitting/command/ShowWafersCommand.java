package io.fleck.fitting.command;

import io.fleck.cli.CommonOptions;
import io.fleck.cli.ExitCode;
import io.fleck.cli.Figures;
import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.format.ReadLimits;
import io.fleck.core.wafer.format.WaferMapException;
import io.fleck.core.wafer.format.WaferMaps;
import io.fleck.core.wafer.readers.WaferMapReaders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wafers show}: a line a wafer, and a picture where asked for. */
@Command(
        name = "show",
        description = {
            "Prints a line a wafer; with --png draws each. Exit code 1 if any file is malformed, which is then named with "
                    + "line, field and reason; none of its wafers is shown.",
            "For bin maps, defects are the dies whose bin's quality is Fail."
        })
final class ShowWafersCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of wafer maps, plain or gzip.")
    private List<Path> files = List.of();

    @Option(names = "--png", paramLabel = "DIR", description = "Draw each wafer into a PNG file in DIR.")
    private @Nullable Path png;

    private final List<Map<String, Object>> wafers = new ArrayList<>();
    private final List<Map<String, Object>> errors = new ArrayList<>();

    @Override
    public Integer call() {
        WaferDrawings drawings = new WaferDrawings(png);
        for (Path file : files) {
            try {
                show(file, WaferMapReaders.read(file, ReadLimits.DEFAULT), drawings);
            } catch (WaferMapException e) {
                refuse(e);
            }
        }
        common.publish(new Figures().put("wafers", wafers).put("errors", errors));
        return errors.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void show(Path file, WaferMaps maps, WaferDrawings drawings) {
        for (DefectMap map : maps.maps()) {
            ShownWafer wafer =
                    new ShownWafer(file, maps.format(), map, drawings.draw(map).orElse(null));
            if (!common.quiet()) {
                System.out.println(wafer.line());
            }
            wafers.add(wafer.figures());
        }
    }

    private void refuse(WaferMapException e) {
        spec.commandLine().getErr().println("fleck: " + e.getMessage());
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("file", e.file());
        error.put("line", e.line());
        error.put("field", e.field());
        error.put("reason", e.reason());
        errors.add(error);
    }
}
