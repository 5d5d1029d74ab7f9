package io.fleck.stream.gateway.files;

import io.fleck.stream.gateway.FrameId;
import io.fleck.stream.gateway.FrameItem;
import io.fleck.stream.gateway.FrameLedger;
import io.fleck.stream.gateway.files.JournalLine.Acknowledged;
import io.fleck.stream.gateway.files.JournalLine.Failed;
import io.fleck.stream.gateway.files.JournalLine.Header;
import io.fleck.stream.gateway.files.JournalLine.Intent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger of files on disk, one a camera. A file's number and id are on disk before it is sent, and its
 * acknowledgement after: whatever kills the process in between, the file is sent again as the same frame. An
 * acknowledgement that a power failure takes away costs a second sending, never a loss.
 */
public final class Journal implements FrameLedger {
    /** An acknowledged file that is gone from its folder is remembered for this long. */
    static final Duration MEMORY = Duration.ofDays(1);

    private static final int WORTH_A_COMPACTION = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final String camera;
    private final JournalFile file;
    private final Clock clock;
    private final JournalState state = new JournalState();

    private Journal(String camera, JournalFile file, Clock clock) {
        this.camera = camera;
        this.file = file;
        this.clock = clock;
    }

    /**
     * Opens a journal or begins one.
     *
     * @param path the file; its folders are made
     * @param camera whose frames it numbers
     * @throws JournalException when it is another camera's, in use, or wrong in a line before the last, which it names
     */
    public static Journal open(Path path, String camera, Clock clock) {
        JournalFile file = JournalFile.open(path);
        try {
            Journal journal = new Journal(camera, file, clock);
            journal.load();
            return journal;
        } catch (JournalException e) {
            file.close();
            throw e;
        }
    }

    private void load() {
        AtomicReference<Header> header = new AtomicReference<>();
        file.readLines(text -> {
            JournalLine line = JournalLine.parse(text);
            if (header.get() == null) {
                header.set(headerOf(line));
            } else {
                state.apply(line);
            }
        });
        if (header.get() == null) {
            file.append(new Header(camera));
            file.forceName();
        } else if (!header.get().camera().equals(camera)) {
            throw new JournalException(
                    "the journal is of camera " + header.get().camera() + ", not " + camera, null);
        }
    }

    private static Header headerOf(JournalLine line) {
        if (line instanceof Header header) {
            return header;
        }
        throw new IllegalArgumentException("the first line is no header");
    }

    @Override
    public synchronized Assignment assign(FrameItem item, byte[] content) {
        FileStamp stamp = FileStamp.of(item);
        Optional<Assignment> before = state.pending(stamp);
        if (before.isPresent()) {
            Assignment known = before.get();
            if (FrameId.of(camera, known.sequence(), content).equals(known.id())) {
                return known;
            }
            LOG.warn("{}: number {} was for another content of the same time and size", stamp.name(), known.sequence());
            add(new Failed(stamp, "its content was replaced"));
        }
        long sequence = state.next();
        String id = FrameId.of(camera, sequence, content);
        add(new Intent(sequence, stamp, id));
        return new Assignment(sequence, id);
    }

    @Override
    public synchronized void sync() {
        file.force();
    }

    @Override
    public synchronized void acknowledged(Assignment assignment) {
        // A file that vanished while its frame was in flight was given up, and then the frame arrived after all.
        if (state.awaits(assignment.sequence())) {
            add(new Acknowledged(assignment.sequence(), clock.instant()));
        }
    }

    @Override
    public synchronized void failed(FrameItem item, String reason) {
        add(new Failed(FileStamp.of(item), reason));
    }

    private void add(JournalLine line) {
        file.append(line);
        state.apply(line);
    }

    /** Whether the file is acknowledged, or numbered and about to be sent. */
    synchronized boolean knows(FileStamp stamp) {
        return state.knows(stamp);
    }

    /** Files numbered and never acknowledged, in the order of their numbers. */
    synchronized List<FileStamp> pending() {
        return state.pendingFiles();
    }

    /** Files acknowledged in this run and before, as far as they are remembered. */
    public synchronized int acknowledged() {
        return state.acknowledged();
    }

    /**
     * Forgets acknowledged files that have been gone for a day, and shortens the file when that is worth it. Does
     * nothing when no file is there at all: then it is rather the folder that is gone for a while.
     *
     * @param present which files the folder holds
     * @param any whether it holds any
     */
    synchronized void forgetGone(Predicate<FileStamp> present, boolean any) {
        Instant before = clock.instant().minus(MEMORY);
        if (!any || state.forget(present, before) < WORTH_A_COMPACTION) {
            return;
        }
        List<JournalLine> lines = new ArrayList<>();
        lines.add(new Header(camera));
        lines.addAll(state.lines());
        file.replace(lines);
        LOG.info("journal shortened to {} lines", lines.size());
    }

    @Override
    public synchronized void close() {
        file.close();
    }
}
