package io.fleck.load.accuracy;

import io.fleck.cli.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a Markdown file between two marks, which is generated. */
final class MarkedSection {
    static final String BEGIN = "<!-- generated: begin -->";
    static final String END = "<!-- generated: end -->";

    private MarkedSection() {}

    /** Replaces what stands between the marks; everything else stays as it is. */
    static void replace(Path file, String content) throws IOException {
        String text = Files.readString(file);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw CommandException.usage("--table " + file + ": no line '" + BEGIN + "' before a line '" + END + "'");
        }
        Files.writeString(
                file, text.substring(0, begin + BEGIN.length()) + "\n" + content + "\n" + text.substring(end));
    }
}
