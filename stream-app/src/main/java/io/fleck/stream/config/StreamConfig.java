package io.fleck.stream.config;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * How the stream runs.
 *
 * @param guarantee what holds after a crash
 * @param threads stream threads, each with partitions of its own
 * @param commitInterval time between commits
 * @param pollInterval longest sleep of a stream thread before it looks for results that have arrived
 * @param stateDirectory local state
 * @param stateMemory bytes outside of the heap that local state may take, of all partitions together
 * @param framesPerPoll most frames that one poll hands over
 * @param framesBuffered most frames that wait in memory a partition before it is paused
 * @param framesPending most frames a partition whose outcome is not written yet
 * @param duplicateWindow time within which a frame that comes twice gets one verdict; zero looks for none
 * @param threadReplacements most stream threads replaced within ten minutes before the application gives up
 * @param shutdownTimeout longest that stopping may take
 */
public record StreamConfig(
        Guarantee guarantee,
        int threads,
        Duration commitInterval,
        Duration pollInterval,
        Path stateDirectory,
        long stateMemory,
        int framesPerPoll,
        int framesBuffered,
        int framesPending,
        Duration duplicateWindow,
        int threadReplacements,
        Duration shutdownTimeout) {

    /** Processing guarantees of Kafka Streams. */
    public enum Guarantee {
        /** No frame lost, none twice. */
        EXACTLY_ONCE_V2,
        /** No frame lost; after a crash some outcomes may appear twice. */
        AT_LEAST_ONCE
    }

    private static final String GUARANTEE = "processing.guarantee";
    private static final String THREADS = "stream.threads";
    private static final String COMMIT = "commit.interval";
    private static final String SLEEP = "poll.interval";
    private static final String STATE = "state.dir";
    private static final String MEMORY = "state.memory";
    private static final String POLL = "frames.per.poll";
    private static final String BUFFERED = "frames.buffered";
    private static final String PENDING = "frames.pending";
    private static final String DUPLICATES = "duplicates.window";
    private static final String REPLACEMENTS = "stream.thread.replacements";
    private static final String SHUTDOWN = "shutdown.timeout";
    private static final Kind<Guarantee> GUARANTEES = Kinds.oneOf(Guarantee.class);
    private static final Kind<Duration> COMMIT_KIND = Kinds.duration("1ms", "60s");
    private static final Kind<Duration> SLEEP_KIND = Kinds.duration("1ms", "1s");
    private static final Kind<Long> MEMORY_KIND = Kinds.size("4MiB", "64GiB");
    private static final Kind<Duration> DUPLICATES_KIND = Kinds.duration("0ms", "7d");
    private static final Kind<Duration> SHUTDOWN_KIND = Kinds.duration("1s", "10m");

    static void define(ConfigDef keys) {
        new Section(keys, "Stream")
                .value(
                        GUARANTEE,
                        "exactly_once_v2",
                        GUARANTEES,
                        "exactly_once_v2: no frame lost, none twice. at_least_once: no frame lost, some twice after a"
                                + " crash.")
                .integer(THREADS, 2, 1, 256, "Stream threads; each has partitions of its own.")
                .optional(
                        COMMIT,
                        COMMIT_KIND,
                        "Time between commits. Under exactly_once_v2 a reader sees an outcome once it is committed: 100ms"
                                + " unless set. Under at_least_once it only says how much is inspected again after a"
                                + " crash, and every commit holds up its frames: 10s unless set.")
                .value(
                        SLEEP,
                        "1ms",
                        SLEEP_KIND,
                        "Longest that a stream thread without new frames sleeps before it looks for results that have"
                                + " arrived.")
                .value(STATE, "state", Kinds.path(), "Folder for local state; one application a folder.")
                .value(
                        MEMORY,
                        "32MiB",
                        MEMORY_KIND,
                        "Memory outside of the heap for local state, of all partitions together: what was written lately,"
                                + " and blocks, indexes and filters of what lies on disk.")
                .integer(POLL, 32, 1, 1000, "Most frames that one poll hands over. Bounds memory.")
                .integer(BUFFERED, 32, 1, 1000, "Most frames a partition that wait in memory. Bounds memory.")
                .integer(
                        PENDING,
                        64,
                        1,
                        100_000,
                        "Most frames a partition that are taken up and whose outcome is not written yet. Bounds memory.")
                .value(
                        DUPLICATES,
                        "10m",
                        DUPLICATES_KIND,
                        "A frame that comes again within this time of its verdict, as a gateway resends after a crash,"
                                + " gets no second one: its result names the first in duplicateOf. 0ms looks for none.")
                .integer(
                        REPLACEMENTS,
                        5,
                        0,
                        1000,
                        "Stream threads that failed and were replaced within ten minutes, after which the application"
                                + " stops with an error. Threads that waited for a registry or an engine do not count.")
                .value(
                        SHUTDOWN,
                        "30s",
                        SHUTDOWN_KIND,
                        "Longest that stopping may take; what is not committed by then is done again at the next start.");
    }

    private static Duration commitInterval(AbstractConfig values, Guarantee guarantee) {
        return COMMIT_KIND
                .find(values, COMMIT)
                .orElse(
                        switch (guarantee) {
                            case EXACTLY_ONCE_V2 -> Duration.ofMillis(100);
                            case AT_LEAST_ONCE -> Duration.ofSeconds(10);
                        });
    }

    static StreamConfig read(AbstractConfig values, Path base) {
        Guarantee guarantee = GUARANTEES.get(values, GUARANTEE);
        return new StreamConfig(
                guarantee,
                values.getInt(THREADS),
                commitInterval(values, guarantee),
                SLEEP_KIND.get(values, SLEEP),
                base.resolve(Kinds.path().get(values, STATE)),
                MEMORY_KIND.get(values, MEMORY),
                values.getInt(POLL),
                values.getInt(BUFFERED),
                values.getInt(PENDING),
                DUPLICATES_KIND.get(values, DUPLICATES),
                values.getInt(REPLACEMENTS),
                SHUTDOWN_KIND.get(values, SHUTDOWN));
    }
}
