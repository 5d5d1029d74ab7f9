package io.fleck.demo;

import io.fleck.cli.CommandException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The wafer model that comes with the demo: trained on generated wafers alone, see the README beside it. */
final class WaferModelFiles {
    private static final String FOLDER = "/io/fleck/demo/wafers/";
    private static final List<String> FILES = List.of("graph.onnx", "model.json");

    private WaferModelFiles() {}

    /** Writes the model directory. */
    static Path unpack(Path folder) {
        try {
            Files.createDirectories(folder);
            for (String name : FILES) {
                try (InputStream in = WaferModelFiles.class.getResourceAsStream(FOLDER + name)) {
                    if (in == null) {
                        throw CommandException.failed("the wafer model's " + name + " is missing from the class path");
                    }
                    Files.copy(in, folder.resolve(name));
                }
            }
            return folder;
        } catch (IOException e) {
            throw CommandException.failed(folder + ": the wafer model cannot be written: " + e.getMessage(), e);
        }
    }
}
