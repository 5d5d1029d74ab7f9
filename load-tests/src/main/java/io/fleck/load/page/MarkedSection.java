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
     * Replaces what stands between the marks; everything else stays as it is.
     *
     * @throws CommandException when the file has no such section
     */
    public static void replace(Path file, String name, String content) throws IOException {
        String text = Files.readString(file);
        int begin = text.indexOf(begin(name));
        int end = text.indexOf(end(name));
        if (begin < 0 || end < begin) {
            throw CommandException.usage(file + ": no line '" + begin(name) + "' before a line '" + end(name) + "'");
        }
        String before = text.substring(0, begin + begin(name).length());
        Files.writeString(file, before + "\n" + content + "\n" + text.substring(end));
    }
}
