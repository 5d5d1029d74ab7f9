package io.fleck.cli;

/** Exit codes that every command keeps to. */
public final class ExitCode {
    /** The work is done. */
    public static final int DONE = 0;
    /** The work failed or fell short of what was asked. */
    public static final int FAILED = 1;
    /** Wrong use or wrong configuration. */
    public static final int USAGE = 2;
    /** This machine lacks something: a GPU, a driver, a browser. */
    public static final int MISSING = 3;
    /** The engine hangs: only a new process can mend it. */
    public static final int HUNG = 4;
    /** Interrupted by the user. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
