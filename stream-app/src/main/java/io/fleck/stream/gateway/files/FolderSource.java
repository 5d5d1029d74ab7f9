package io.fleck.stream.gateway.files;

import io.fleck.stream.gateway.FrameItem;
import io.fleck.stream.gateway.FrameSource;
import io.fleck.stream.gateway.GatewayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * The pictures that a folder holds now: first those that were numbered before and never acknowledged, then the new ones,
 * oldest first, or in the order of the folder's index.tsv. Those acknowledged before are passed over.
 */
public final class FolderSource implements FrameSource {
    private final Queue<FrameItem> items;
    private final int acknowledgedBefore;
    private final List<String> notes;

    private FolderSource(Queue<FrameItem> items, int acknowledgedBefore, List<String> notes) {
        this.items = items;
        this.acknowledgedBefore = acknowledgedBefore;
        this.notes = notes;
    }

    /**
     * Lists a folder.
     *
     * @param folder the folder; everything below it counts
     * @param journal what was sent before
     * @throws GatewayException when the folder or its index can't be read
     */
    public static FolderSource list(Path folder, Journal journal) {
        return list(folder, journal, FileKind.PICTURES);
    }

    /**
     * Lists a folder.
     *
     * @param folder the folder; everything below it counts
     * @param journal what was sent before
     * @param kind which files are taken; only pictures may have an index
     * @throws GatewayException when the folder or its index can't be read
     */
    public static FolderSource list(Path folder, Journal journal, FileKind kind) {
        try {
            Path root = folder.toRealPath();
            if (kind == FileKind.PICTURES && Files.exists(root.resolve(IndexFile.NAME))) {
                return of(root, IndexFile.read(root), journal, List.of());
            }
            FolderScan.Result seen = new FolderScan(root, kind).all();
            List<FileStamp> pictures = seen.pictures();
            Set<FileStamp> present = new HashSet<>(pictures);
            journal.forgetGone(present::contains, !pictures.isEmpty());
            return of(root, pictures, journal, ScanNotes.of(seen, kind));
        } catch (IOException e) {
            throw new GatewayException("folder " + folder + " can't be read: " + e.getMessage(), e);
        }
    }

    private static FolderSource of(Path root, List<FileStamp> files, Journal journal, List<String> notes) {
        Queue<FrameItem> items = new ArrayDeque<>();
        List<FileStamp> pending = journal.pending();
        pending.forEach(stamp -> items.add(FileItems.of(root, stamp)));
        Set<FileStamp> first = new HashSet<>(pending);
        int before = 0;
        for (FileStamp stamp : files) {
            if (!journal.knows(stamp)) {
                items.add(FileItems.of(root, stamp));
            } else if (!first.contains(stamp)) {
                before++;
            }
        }
        return new FolderSource(items, before, notes);
    }

    /** Pictures left to send. */
    public int size() {
        return items.size();
    }

    /** Pictures passed over because the broker acknowledged them in an earlier run. */
    public int acknowledgedBefore() {
        return acknowledgedBefore;
    }

    /** What was seen and is not sent: a line each, for people. */
    public List<String> notes() {
        return notes;
    }

    @Override
    public Optional<FrameItem> poll(Duration wait) {
        return Optional.ofNullable(items.poll());
    }

    @Override
    public boolean exhausted() {
        return items.isEmpty();
    }

    @Override
    public void close() {
        // holds nothing open
    }
}
