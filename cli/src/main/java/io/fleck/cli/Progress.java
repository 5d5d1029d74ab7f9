package io.fleck.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** A progress line that redraws itself at most ten times a second. Safe for use by several threads. */
public final class Progress implements AutoCloseable {
    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();

    private final String title;
    private final long total;
    private final PrintStream out;
    private final boolean visible;
    private final AtomicLong done = new AtomicLong();
    private long drawnAt = System.nanoTime() - REDRAW_NANOS;

    Progress(String title, long total, PrintStream out, boolean visible) {
        this.title = title;
        this.total = total;
        this.out = out;
        this.visible = visible;
    }

    /** A line on standard error, drawn only where a person sits in front of a terminal. */
    @SuppressWarnings("SystemConsoleNull") // a redirected terminal on JDK 22 and newer costs a few lines of progress
    static Progress onTerminal(String title, long total, boolean quiet) {
        return new Progress(title, total, System.err, !quiet && System.console() != null);
    }

    /** A progress that draws nothing. */
    public static Progress none() {
        return new Progress("", 0, System.err, false);
    }

    /** One more unit is done. */
    public void step() {
        done.incrementAndGet();
        draw(false);
    }

    /** Draws the last state and ends the line. */
    @Override
    public void close() {
        draw(true);
        if (visible) {
            out.println();
        }
    }

    private synchronized void draw(boolean force) {
        long now = System.nanoTime();
        if (!visible || (!force && now - drawnAt < REDRAW_NANOS)) {
            return;
        }
        drawnAt = now;
        out.print("\r" + line());
        out.flush();
    }

    String line() {
        long now = done.get();
        if (total <= 0) {
            return String.format(Locale.ROOT, "%-20s %d", title, now);
        }
        int filled = (int) (WIDTH * Math.min(now, total) / total);
        return String.format(
                Locale.ROOT, "%-20s [%s%s] %d/%d", title, "#".repeat(filled), ".".repeat(WIDTH - filled), now, total);
    }
}
