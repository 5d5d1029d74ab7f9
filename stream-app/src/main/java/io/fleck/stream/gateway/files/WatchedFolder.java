package io.fleck.stream.gateway.files;

import io.fleck.stream.gateway.FrameItem;
import io.fleck.stream.gateway.FrameSource;
import io.fleck.stream.gateway.GatewayClock;
import io.fleck.stream.gateway.GatewayException;
import io.fleck.stream.gateway.files.FolderScan.Result;
import io.fleck.stream.gateway.files.FolderScan.Seen;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder that cameras write into: takes each picture once it is finished, oldest first. The system's change events make
 * it quick, a look at everything every {@link #RESCAN} makes it sure. It never ends by itself.
 */
public final class WatchedFolder implements FrameSource {
    static final Duration RESCAN = Duration.ofSeconds(10);
    private static final int RESCANS_A_FORGETTING = 360;
    private static final int LOOKS_A_QUIET_TIME = 4;
    private static final Logger LOG = LoggerFactory.getLogger(WatchedFolder.class);

    private final Path root;
    private final Duration quiet;
    private final Journal journal;
    private final FileKind kind;
    private final GatewayClock clock;
    private final FolderChanges changes;
    private final FolderScan scan;
    private final SettledFiles settled;
    private final Queue<FrameItem> ready = new ArrayDeque<>();
    private final Set<FileStamp> taken = new HashSet<>();
    private long scannedAt;
    private long rescans;

    WatchedFolder(
            Path root, Duration quiet, Journal journal, FileKind kind, GatewayClock clock, FolderChanges changes) {
        this.root = root;
        this.quiet = quiet;
        this.journal = journal;
        this.kind = kind;
        this.clock = clock;
        this.changes = changes;
        this.scan = new FolderScan(root, kind);
        this.settled = new SettledFiles(quiet);
        journal.pending().forEach(this::take);
    }

    /**
     * Begins to watch.
     *
     * @param folder the folder; everything below it counts
     * @param quiet how long size and time of a file must stay the same, more than zero
     * @param journal what was sent before
     * @param kind which files are taken
     * @throws GatewayException when the folder is not there
     */
    public static WatchedFolder open(Path folder, Duration quiet, Journal journal, FileKind kind, GatewayClock clock) {
        if (quiet.isZero() || quiet.isNegative()) {
            throw new IllegalArgumentException("settle time is " + quiet.toMillis() + " ms; it must be above 0");
        }
        try {
            return new WatchedFolder(folder.toRealPath(), quiet, journal, kind, clock, new SystemFolderChanges());
        } catch (IOException e) {
            throw new GatewayException("folder " + folder + " can't be read: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<FrameItem> poll(Duration wait) throws InterruptedException {
        if (ready.isEmpty()) {
            look(wait);
        }
        return Optional.ofNullable(ready.poll());
    }

    private void look(Duration wait) throws InterruptedException {
        Set<Path> changed = changes.await(shorter(wait, quiet.dividedBy(LOOKS_A_QUIET_TIME)));
        long now = clock.nanoTime();
        if (rescans == 0 || now - scannedAt >= RESCAN.toNanos()) {
            rescan(now);
        } else {
            changed.addAll(settled.unfinished());
            changed.forEach(path -> lookAt(path, now));
        }
        settled.finished(now).forEach(this::take);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void rescan(long now) {
        scannedAt = now;
        try {
            Result seen = scan.all();
            observe(seen, now);
            Set<Path> paths = new HashSet<>();
            seen.files().forEach(file -> paths.add(file.path()));
            settled.retainTemporary(paths);
            settled.unfinished().stream().filter(path -> !paths.contains(path)).forEach(settled::gone);
            forget(seen.files());
            if (rescans++ == 0) {
                ScanNotes.of(seen, kind).forEach(LOG::warn);
            }
        } catch (IOException e) {
            LOG.warn("{} can't be looked at now: {}", root, e.getMessage());
        }
    }

    private void forget(Collection<Seen> files) {
        Set<FileStamp> present = new HashSet<>();
        files.forEach(file -> present.add(file.stamp()));
        taken.retainAll(present);
        if (rescans % RESCANS_A_FORGETTING == 0) {
            journal.forgetGone(present::contains, !present.isEmpty());
        }
    }

    private void lookAt(Path path, long now) {
        try {
            Result seen = scan.below(path);
            if (seen.files().isEmpty()) {
                settled.gone(path);
            }
            observe(seen, now);
        } catch (IOException e) {
            LOG.warn("{} can't be looked at now: {}", path, e.getMessage());
        }
    }

    private void observe(Result seen, long now) {
        changes.listen(seen.folders());
        for (Seen file : seen.files()) {
            if (!taken.contains(file.stamp()) && !journal.knows(file.stamp())) {
                settled.observe(file, now);
            }
        }
    }

    private void take(FileStamp stamp) {
        taken.add(stamp);
        ready.add(FileItems.of(root, stamp));
    }

    /** Pictures that are not finished yet. */
    public List<String> unfinished() {
        return settled.unfinished().stream()
                .map(path -> FileStamp.nameOf(root, path))
                .sorted()
                .toList();
    }

    @Override
    public boolean exhausted() {
        return false;
    }

    @Override
    public void close() {
        changes.close();
    }
}
