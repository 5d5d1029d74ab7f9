package io.fleck.load.bench;

import io.fleck.cluster.ClusterOptions;
import io.fleck.cluster.LocalCluster;
import io.fleck.load.bench.process.AppSettings;
import io.fleck.load.bench.traffic.Line;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.RegistrySettings;
import io.fleck.stream.topics.Topics;
import java.nio.file.Path;
import java.util.Map;

/** A cluster of one broker in a process of its own, on which applications run one after the other, each on its line. */
final class Site implements AutoCloseable {
    private static final int PARTITIONS = 4;
    private static final int CAMERAS = 16;

    private final LocalCluster cluster;
    private final AvroCodec codec;
    private final Path folder;
    private final Subject subject;
    private int lines;

    /**
     * Starts it.
     *
     * @param folder takes configurations, logs and state of what runs on it
     */
    Site(Path folder, Subject subject) {
        this.folder = folder;
        this.subject = subject;
        this.cluster = LocalCluster.start(ClusterOptions.defaults().withOwnProcesses());
        this.codec = AvroCodec.of(RegistrySettings.at(cluster.registryUrl()));
    }

    LocalCluster cluster() {
        return cluster;
    }

    AvroCodec codec() {
        return codec;
    }

    Subject subject() {
        return subject;
    }

    /** Topics of its own for the next application. */
    Line newLine(String name) {
        lines++;
        return new Line(
                cluster.bootstrapServers(),
                new Topics(name + "-" + lines + "."),
                PARTITIONS,
                CAMERAS,
                subject.pictures());
    }

    /** Where a line's application may write. */
    Path folder(Line line) {
        return folder.resolve(line.topics().prefix());
    }

    /** Settings of an application on a line: its defaults. */
    Map<String, String> settings(Line line, String engine, Guarantee guarantee) {
        return AppSettings.of(
                cluster.bootstrapServers(),
                cluster.registryUrl(),
                line.topics().prefix(),
                line.partitions(),
                subject.model().directory(),
                engine,
                guarantee.key());
    }

    @Override
    public void close() {
        codec.close();
        cluster.close();
    }
}
