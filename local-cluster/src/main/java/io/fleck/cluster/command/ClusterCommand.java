package io.fleck.cluster.command;

import io.fleck.cli.CommandException;
import io.fleck.cli.CommonOptions;
import io.fleck.cli.ExitCode;
import io.fleck.cli.Figures;
import io.fleck.cli.FleckCommand;
import io.fleck.cluster.ClusterException;
import io.fleck.cluster.ClusterOptions;
import io.fleck.cluster.LocalCluster;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fleck cluster}: brokers and a schema registry for one's own producers, until Ctrl-C. */
@Command(
        name = "cluster",
        description = "Runs Kafka brokers and a schema registry on this machine until Ctrl-C.",
        showDefaultValues = true)
public final class ClusterCommand implements FleckCommand {
    private static final int ANY = 0;
    private static final int LOOK_EVERY_SECONDS = 1;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--brokers", paramLabel = "1-3", description = "Number of brokers.")
    private int brokers = 1;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port of the first broker; the others take the ones after it. 0: any free ports.")
    private int port = 9092;

    @Option(names = "--registry-port", paramLabel = "N", description = "Port of the registry. 0: any free port.")
    private int registryPort = 8081;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keeps topics and schemas here for the next start. Without it nothing is kept.")
    private @Nullable Path data;

    @Option(names = "--own-processes", description = "Runs each broker in a process of its own.")
    private boolean ownProcesses;

    @Override
    public Integer call() throws InterruptedException {
        LocalCluster cluster = start(options());
        CountDownLatch stopping = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(cluster, stopping), "fleck-cluster-stop"));
        common.publish(new Figures()
                .put("bootstrap_servers", cluster.bootstrapServers())
                .put("registry_url", cluster.registryUrl()));
        while (!stopping.await(LOOK_EVERY_SECONDS, TimeUnit.SECONDS)) {
            if (!cluster.running()) {
                throw CommandException.failed("no broker is left running; see " + cluster.directory());
            }
        }
        return ExitCode.INTERRUPTED;
    }

    /** The process ends by a signal: what it holds has to be released in a hook. */
    private static void stop(LocalCluster cluster, CountDownLatch stopping) {
        stopping.countDown(); // first, or brokers that stop look like brokers that failed
        cluster.close();
    }

    private ClusterOptions options() {
        try {
            ClusterOptions options = ClusterOptions.defaults().withBrokers(brokers);
            options = port == ANY ? options : options.withPort(port);
            options = registryPort == ANY ? options : options.withRegistryPort(registryPort);
            options = data == null ? options : options.withDirectory(data);
            return ownProcesses ? options.withOwnProcesses() : options;
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        }
    }

    private static LocalCluster start(ClusterOptions options) {
        try {
            return LocalCluster.start(options);
        } catch (ClusterException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()), e);
        }
    }
}
