package io.fleck.stream.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.cli.Fleck;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/** A command on a thread of this process, with its lines on standard error. */
final class Run {
    private static final long LINE_SECONDS = 40;
    private static final long EXIT_SECONDS = 50;

    private final Lines err = new Lines();
    private final CompletableFuture<Integer> exit;

    Run(List<String> arguments) {
        CommandLine line = Fleck.commandLine();
        line.setErr(new PrintWriter(err, true));
        exit = CompletableFuture.supplyAsync(() -> line.execute(arguments.toArray(new String[0])));
    }

    int exitCode() throws Exception {
        return exit.get(EXIT_SECONDS, TimeUnit.SECONDS);
    }

    void awaitLine(String part) throws InterruptedException {
        err.await(part);
    }

    /** Text whose readers are woken by its writers. */
    private static final class Lines extends StringWriter {
        @Override
        public void write(String text, int offset, int length) {
            synchronized (getBuffer()) {
                super.write(text, offset, length);
                getBuffer().notifyAll();
            }
        }

        void await(String part) throws InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LINE_SECONDS);
            synchronized (getBuffer()) {
                while (!toString().contains(part)) {
                    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                    assertThat(left)
                            .as("no line with '%s' in time; lines: %s", part, this)
                            .isPositive();
                    getBuffer().wait(left);
                }
            }
        }
    }
}
