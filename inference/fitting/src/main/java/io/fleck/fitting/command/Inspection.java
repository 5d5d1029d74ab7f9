package io.fleck.fitting.command;

import io.fleck.cli.CommandException;
import io.fleck.core.detect.ScoreMap;
import io.fleck.core.image.DecodeException;
import io.fleck.core.image.Image;
import io.fleck.core.inspect.InspectionOutcome;
import io.fleck.core.inspect.InspectionSettings;
import io.fleck.core.inspect.Inspector;
import io.fleck.core.render.ImageFiles;
import io.fleck.fitting.data.DataException;
import io.fleck.fitting.data.ImageFolder;
import io.fleck.fitting.report.Overlays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Inspects files one after the other and draws overlays where asked for. */
final class Inspection {
    private final Inspector inspector;
    private final InspectionSettings settings;
    private final @Nullable Path folder;
    private final Overlays overlays = new Overlays();
    private final Set<String> taken = new HashSet<>();

    /** With a folder for overlays, which is made when the first one is written; {@code null} draws none. */
    Inspection(Inspector inspector, @Nullable Path folder) {
        this.inspector = inspector;
        this.settings = ModelOptions.settings(inspector);
        this.folder = folder;
    }

    /**
     * Inspects a file.
     *
     * @throws DataException when it cannot be read
     * @throws DecodeException when it is no picture
     */
    InspectedImage of(Path file) {
        InspectionOutcome outcome = inspector.inspect(ImageFolder.read(file), settings);
        ScoreMap map = outcome.map();
        Path overlay = folder == null || map == null ? null : draw(file, outcome.image(), map, folder);
        return new InspectedImage(file, outcome, overlay);
    }

    private Path draw(Path file, Image frame, ScoreMap map, Path into) {
        Path overlay = into.resolve(overlayName(file));
        Image picture = overlays.of(frame, map, settings.threshold(), Math.max(frame.width(), frame.height()));
        try {
            Files.createDirectories(into);
            Files.write(overlay, ImageFiles.png(picture));
        } catch (IOException e) {
            throw CommandException.failed(
                    "--out " + into + ": " + overlay + " cannot be written: " + e.getMessage(), e);
        }
        return overlay;
    }

    /** Never the name of the picture itself, and never that of another overlay of this run. */
    private String overlayName(Path file) {
        String stem = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
        String name = stem + "-overlay.png";
        for (int number = 2; !taken.add(name); number++) {
            name = stem + "-overlay-" + number + ".png";
        }
        return name;
    }
}
