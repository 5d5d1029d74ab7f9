package io.fleck.cluster.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import kafka.server.StandardFaultHandlerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Main class of a node in a process of its own: {@code ChildMain SETTINGS-FILE CLUSTER-ID}.
 *
 * <p>It says {@link #READY} on standard output, and {@link #DRAINED} when it was told to {@link #DRAIN} on standard
 * input. It stops in order when standard input ends, which is also what the death of the parent looks like.
 */
final class ChildMain {
    static final String READY = "ready";
    static final String DRAIN = "drain";
    static final String DRAINED = "drained";

    private static final Logger LOG = LoggerFactory.getLogger(ChildMain.class);
    /** Long enough to hand over, short enough for a parent that waits or is gone. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private ChildMain() {}

    /** Runs until standard input ends. */
    public static void main(String[] args) throws IOException {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(args[0]))) {
            settings.load(reader);
        }
        KraftNode node = KraftNode.prepare(settings, args[1], new StandardFaultHandlerFactory());
        // A hook, so that Ctrl-C in a terminal, which reaches the children too, ends them in order as well.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node), "stop"));
        Thread commands = new Thread(() -> obey(node), "commands");
        commands.setDaemon(true);
        commands.start(); // before the start, which may wait for a quorum longer than the parent lives
        node.start();
        tell(READY);
    }

    private static void obey(KraftNode node) {
        try (BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            String command = commands.readLine();
            while (command != null) {
                if (command.equals(DRAIN)) {
                    warn("drain", Bounded.run("drain", LIMIT, () -> node.stopBroker(LIMIT)));
                    tell(DRAINED);
                }
                command = commands.readLine();
            }
        } catch (IOException e) {
            LOG.warn("no more commands: {}", e.getMessage());
        }
        System.exit(0);
    }

    private static void stop(KraftNode node) {
        warn("stop", Bounded.run("stop", LIMIT, () -> node.stop(LIMIT)));
    }

    private static void warn(String step, Optional<Throwable> failure) {
        failure.ifPresent(e -> LOG.warn("{} not in order: {}", step, e.getMessage(), e));
    }

    /** Standard output is the line to the parent; everything else goes to the log. */
    private static void tell(String word) {
        System.out.println(word);
        System.out.flush();
    }
}
