package io.fleck.fitting.command;

import io.fleck.cli.CommandException;
import io.fleck.core.render.ImageFiles;
import io.fleck.core.render.WaferPicture;
import io.fleck.core.wafer.DefectMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws wafers into a folder, each into a file of its own. */
final class WaferDrawings {
    private static final int SIZE = 900;

    private final @Nullable Path folder;
    private final Set<String> taken = new HashSet<>();

    /** With the folder, which is made when the first picture is written; {@code null} draws none. */
    WaferDrawings(@Nullable Path folder) {
        this.folder = folder;
    }

    /** Where the wafer was drawn; empty where none is to be. */
    Optional<Path> draw(DefectMap map) {
        return Optional.ofNullable(folder).map(into -> draw(map, into));
    }

    private Path draw(DefectMap map, Path into) {
        Path file = into.resolve(name(map));
        try {
            Files.createDirectories(into);
            Files.write(file, ImageFiles.png(WaferPicture.of(map, SIZE)));
        } catch (IOException e) {
            throw CommandException.failed("--png " + into + ": " + file + " cannot be written: " + e.getMessage(), e);
        }
        return file;
    }

    /** Lot and wafer, as far as a file's name can have them; never that of another wafer of this run. */
    private String name(DefectMap map) {
        String lot = map.identity().lot();
        String stem = (lot.isEmpty() ? "" : lot + "-") + map.identity().wafer();
        String plain = stem.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^\\.+", "_");
        String name = plain + ".png";
        for (int number = 2; !taken.add(name); number++) {
            name = plain + "-" + number + ".png";
        }
        return name;
    }
}
