package io.fleck.load.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Data sets that are nothing but names, and figures that nobody measured. */
final class Samples {
    private Samples() {}

    /** An index of good images and cracks with masks; the files are empty. */
    static Path index(Path folder, int good, int cracks) throws IOException {
        Files.createDirectories(folder);
        List<String> lines = new ArrayList<>(List.of("label\tpath\tmask"));
        for (int i = 0; i < good; i++) {
            lines.add("good\t" + empty(folder, "good-" + i + ".png") + "\t");
        }
        for (int i = 0; i < cracks; i++) {
            lines.add("crack\t" + empty(folder, "crack-" + i + ".png") + "\t" + empty(folder, "mask-" + i + ".png"));
        }
        return Files.write(folder.resolve("index.tsv"), lines);
    }

    private static String empty(Path folder, String name) throws IOException {
        Files.createFile(folder.resolve(name));
        return name;
    }

    static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
