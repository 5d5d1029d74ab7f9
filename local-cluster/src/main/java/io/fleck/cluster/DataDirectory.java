package io.fleck.cluster;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.Uuid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one directory in which a cluster keeps everything, locked against a second cluster while it is open. */
final class DataDirectory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);

    private final Path root;
    private final boolean temporary;
    private final FileChannel lock;
    private final String clusterId;

    private DataDirectory(Path root, boolean temporary, FileChannel lock, String clusterId) {
        this.root = root;
        this.temporary = temporary;
        this.lock = lock;
        this.clusterId = clusterId;
    }

    /**
     * Opens the directory given, or a temporary one.
     *
     * @throws ClusterException when another cluster uses it or it was made for another number of brokers
     */
    static DataDirectory open(Optional<Path> given, int brokers) {
        try {
            Path root = given.isPresent()
                    ? Files.createDirectories(given.get()).toAbsolutePath()
                    : Files.createTempDirectory("fleck-cluster-");
            FileChannel lock = lock(root);
            try {
                return new DataDirectory(root, given.isEmpty(), lock, clusterId(root, brokers));
            } catch (IOException | ClusterException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new ClusterException(
                    "data directory " + given.map(Path::toString).orElse("(temporary)") + ": cannot be used: "
                            + e.getMessage(),
                    e);
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new ClusterException("data directory " + root + " is in use by another cluster", null);
        }
        return channel;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // by this very process
        }
    }

    private static String clusterId(Path root, int brokers) throws IOException {
        Path file = root.resolve("cluster.properties");
        Properties properties = new Properties();
        if (!Files.exists(file)) {
            properties.setProperty("cluster.id", Uuid.randomUuid().toString());
            properties.setProperty("brokers", Integer.toString(brokers));
            try (Writer writer = Files.newBufferedWriter(file)) {
                properties.store(writer, "What this directory was made for");
            }
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        String made = properties.getProperty("brokers", "");
        if (!made.equals(Integer.toString(brokers))) {
            throw new ClusterException(
                    "data directory " + root + " was made for " + made + " brokers, not for " + brokers, null);
        }
        return properties.getProperty("cluster.id", "");
    }

    Path root() {
        return root;
    }

    String clusterId() {
        return clusterId;
    }

    Path ofBroker(int id) {
        return root.resolve("broker-" + id);
    }

    Path logOfBroker(int id) {
        return root.resolve("broker-" + id + ".log");
    }

    Path ofRegistry() {
        return root.resolve("registry.jsonl");
    }

    /** Unlocks a kept directory; deletes a temporary one. */
    @Override
    public void close() {
        try {
            lock.close();
            if (temporary) {
                MoreFiles.deleteRecursively(root, RecursiveDeleteOption.ALLOW_INSECURE);
            }
        } catch (IOException e) {
            LOG.warn("{}: not cleaned up: {}", root, e.getMessage());
        }
    }
}
