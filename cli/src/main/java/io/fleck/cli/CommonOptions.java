package io.fleck.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every command takes; used as a picocli mixin. */
public final class CommonOptions {
    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON to FILE.")
    private @Nullable Path json;

    @Option(names = "--quiet", description = "No progress and no summary; errors only.")
    private boolean quiet;

    /** File for the figures, when the user wants one. */
    public Optional<Path> json() {
        return Optional.ofNullable(json);
    }

    /** Whether only errors are to be printed. */
    public boolean quiet() {
        return quiet;
    }

    /**
     * Writes figures as JSON where asked for, then prints them to standard output unless quiet: who waits for a line finds
     * the file.
     */
    public void publish(Figures figures) {
        json().ifPresent(figures::writeJson);
        if (!quiet) {
            figures.print(System.out);
        }
    }

    /** A progress line on standard error, silent when quiet or when standard error is no terminal. */
    public Progress progress(String title, long total) {
        return Progress.onTerminal(title, total, quiet);
    }
}
