package io.fleck.load.page;

import io.fleck.cli.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a Markdown file between two marks of a name, which is generated. */
public final class MarkedSection {
    private MarkedSection() {}

    /** The line before a section. */
    public static String begin(String name) {
        return "<!-- generated: " + name + " -->";
    }

    /** The line behind a section. */
    public static String end(String name) {
        return "<!-- end: " + name + " -->";
    }

    /**
     * Makes sure that a file has a section, before a long run that ends with replacing it.
     *
     * @throws CommandException when it has none
     */
    public static void require(Path file, String name) throws IOException {
        if (!Files.isRegularFile(file) || !has(Files.readString(file), name)) {
            throw CommandException.usage(file + ": no line '" + begin(name) + "' before a line '" + end(name) + "'");
        }
    }

    private static boolean has(String text, String name) {
        int begin = text.indexOf(begin(name));
        return begin >= 0 && text.indexOf(end(name)) > begin;
    }

    /**
     * Replaces what stands between the marks; everything else stays as it is.
     *
     * @throws CommandException when the file has no such section
     */
    public static void replace(Path file, String name, String content) throws IOException {
        require(file, name);
        String text = Files.readString(file);
        String before =
                text.substring(0, text.indexOf(begin(name)) + begin(name).length());
        Files.writeString(file, before + "\n" + content + "\n" + text.substring(text.indexOf(end(name))));
    }
}
