package io.fleck.cli;

import org.jspecify.annotations.Nullable;

/**
 * Ends a command with one line on standard error and an exit code.
 *
 * <p>The message is written for the user: it names the key, the value and the allowed range.
 */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int exitCode;

    private CommandException(int exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** The work failed: exit code {@link ExitCode#FAILED}. */
    public static CommandException failed(String message, @Nullable Throwable cause) {
        return new CommandException(ExitCode.FAILED, message, cause);
    }

    /** The work failed: exit code {@link ExitCode#FAILED}. */
    public static CommandException failed(String message) {
        return failed(message, null);
    }

    /** The user asked for something that cannot be: exit code {@link ExitCode#USAGE}. */
    public static CommandException usage(String message) {
        return new CommandException(ExitCode.USAGE, message, null);
    }

    /** This machine lacks something: exit code {@link ExitCode#MISSING}. */
    public static CommandException missing(String message, @Nullable Throwable cause) {
        return new CommandException(ExitCode.MISSING, message, cause);
    }

    /** The engine hangs: exit code {@link ExitCode#HUNG}. */
    public static CommandException hung(String message, @Nullable Throwable cause) {
        return new CommandException(ExitCode.HUNG, message, cause);
    }

    /** Exit code of the process. */
    public int exitCode() {
        return exitCode;
    }
}
