package io.fleck.fitting.command;

import io.fleck.cli.CommandException;
import io.fleck.cli.CommonOptions;
import io.fleck.cli.ExitCode;
import io.fleck.cli.Figures;
import io.fleck.cli.FleckCommand;
import io.fleck.core.engine.InferenceException;
import io.fleck.core.image.DecodeException;
import io.fleck.core.inspect.Inspector;
import io.fleck.fitting.data.DataException;
import io.fleck.fitting.evaluation.UnreadableFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inspect}: scores, verdicts and overlays of single images. */
@Command(
        name = "inspect",
        description = "Inspects images and prints their scores; with --out draws where the defects are.")
public final class InspectCommand implements FleckCommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(arity = "1..*", paramLabel = "IMAGE", description = "JPEG or PNG files.")
    private List<Path> images = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "Write overlays as PNG files into DIR.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        List<InspectedImage> inspected = new ArrayList<>();
        List<UnreadableFile> errors = new ArrayList<>();
        try (Inspector inspector = model.open(1)) {
            Inspection inspection = new Inspection(inspector, out);
            for (Path image : images) {
                try {
                    inspected.add(report(inspection.of(image)));
                } catch (DataException | DecodeException e) {
                    errors.add(report(UnreadableFile.of(image.toString(), image, e)));
                }
            }
        } catch (InferenceException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()), e);
        }
        common.publish(figures(inspected, errors));
        return errors.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private InspectedImage report(InspectedImage image) {
        if (!common.quiet()) {
            System.out.println(image.line());
        }
        return image;
    }

    private UnreadableFile report(UnreadableFile file) {
        spec.commandLine().getErr().println("fleck: " + file.name() + ": " + file.reason());
        return file;
    }

    private static Figures figures(List<InspectedImage> images, List<UnreadableFile> errors) {
        return new Figures()
                .put("images", images.stream().map(InspectedImage::figures).toList())
                .put(
                        "errors",
                        errors.stream()
                                .map(error -> Map.of("file", error.name(), "reason", error.reason()))
                                .toList());
    }
}
