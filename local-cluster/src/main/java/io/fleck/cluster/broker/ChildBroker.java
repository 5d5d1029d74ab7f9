package io.fleck.cluster.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A node in a process of its own, which can be killed and does not outlive this one. */
public final class ChildBroker implements Broker {
    private static final Logger LOG = LoggerFactory.getLogger(ChildBroker.class);
    /** Room for frames of 16 MiB at replication 3. */
    private static final String HEAP = "-Xmx512m";

    private final NodeSettings settings;
    private final Path log;
    private @Nullable Child child;

    /**
     * A node that is not started yet.
     *
     * @param log the file that takes what the node logs, and what its JVM writes to standard error
     */
    public ChildBroker(NodeSettings settings, Path log) {
        this.settings = settings;
        this.log = log;
    }

    @Override
    public int id() {
        return settings.id();
    }

    @Override
    public boolean running() {
        return child != null && child.process().isAlive();
    }

    @Override
    public void start(Duration limit) {
        if (running()) {
            return;
        }
        Child starting = launch();
        child = starting;
        try {
            starting.await(starting.ready(), limit);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            kill();
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new BrokerException("broker " + id() + " did not start: see " + log, e);
        }
    }

    private Child launch() {
        try {
            Path file = settings.directory().resolveSibling("broker-" + id() + ".properties");
            try (Writer writer = Files.newBufferedWriter(file)) {
                settings.toKafka().store(writer, "Settings of the last start");
            }
            ProcessBuilder builder = new ProcessBuilder(command(file));
            builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
            return Child.of(builder.start(), id());
        } catch (IOException e) {
            throw new BrokerException("broker " + id() + " cannot be launched: " + e.getMessage(), e);
        }
    }

    private List<String> command(Path file) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+ExitOnOutOfMemoryError",
                "-Dlog4j2.configurationFile=classpath:io/fleck/cluster/broker/broker-log4j2.xml",
                "-Dfleck.broker.log=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                ChildMain.class.getName(),
                file.toString(),
                settings.clusterId());
    }

    @Override
    public void drain(Duration limit) {
        Child draining = child;
        if (draining == null || !draining.process().isAlive()) {
            return;
        }
        try {
            Writer commands = draining.process().outputWriter();
            commands.write(ChildMain.DRAIN + "\n");
            commands.flush();
            draining.await(draining.drained(), limit);
        } catch (IOException | ExecutionException | TimeoutException e) {
            LOG.warn("broker {} was not drained: {}", id(), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop(Duration limit) {
        Child stopping = child;
        child = null;
        if (stopping == null) {
            return;
        }
        try {
            stopping.process().outputWriter().close();
            if (!stopping.process().waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("broker {} did not stop within {} s and was killed", id(), limit.toSeconds());
            }
        } catch (IOException e) {
            LOG.debug("broker {} was gone before it could be told to stop", id(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(stopping.process());
        }
    }

    @Override
    public void kill() {
        Child killed = child;
        child = null;
        if (killed != null) {
            end(killed.process());
        }
    }

    /** Sends SIGKILL to what still runs and returns when the system has let go of its ports and files. */
    private static void end(Process process) {
        process.destroyForcibly().onExit().join();
    }

    /**
     * A running process and what it has said so far.
     *
     * @param ready completed when the node takes part in the cluster
     * @param drained completed when the node serves no clients any more
     */
    private record Child(Process process, CompletableFuture<String> ready, CompletableFuture<String> drained) {
        static Child of(Process process, int id) {
            Child child = new Child(process, new CompletableFuture<>(), new CompletableFuture<>());
            Thread listener = new Thread(child::listen, "fleck-broker-" + id + "-says");
            listener.setDaemon(true);
            listener.start();
            return child;
        }

        private void listen() {
            try (BufferedReader words = process.inputReader()) {
                for (String word = words.readLine(); word != null; word = words.readLine()) {
                    (word.equals(ChildMain.READY) ? ready : drained).complete(word);
                }
                abandon(new IOException("the process ended"));
            } catch (IOException e) {
                abandon(e);
            }
        }

        private void abandon(IOException reason) {
            ready.completeExceptionally(reason);
            drained.completeExceptionally(reason);
        }

        void await(CompletableFuture<String> word, Duration limit)
                throws ExecutionException, TimeoutException, InterruptedException {
            word.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
