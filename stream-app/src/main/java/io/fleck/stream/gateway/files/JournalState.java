package io.fleck.stream.gateway.files;

import io.fleck.stream.gateway.FrameLedger.Assignment;
import io.fleck.stream.gateway.files.JournalLine.Acknowledged;
import io.fleck.stream.gateway.files.JournalLine.Failed;
import io.fleck.stream.gateway.files.JournalLine.Header;
import io.fleck.stream.gateway.files.JournalLine.Intent;
import io.fleck.stream.gateway.files.JournalLine.Kept;
import io.fleck.stream.gateway.files.JournalLine.Next;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What a journal's lines come to. Not thread-safe. */
final class JournalState {
    private record Done(long sequence, Instant at) {}

    private final Map<FileStamp, Intent> pending = new HashMap<>();
    private final TreeMap<Long, Intent> pendingBySequence = new TreeMap<>();
    private final Map<FileStamp, Done> done = new HashMap<>();
    private long next;

    /**
     * Takes a line into account.
     *
     * @throws IllegalArgumentException when it contradicts the lines before
     */
    void apply(JournalLine line) {
        if (line instanceof Intent intent) {
            reserve(intent.sequence(), intent.sequence() + 1);
            pending.put(intent.stamp(), intent);
            pendingBySequence.put(intent.sequence(), intent);
        } else if (line instanceof Kept kept) {
            reserve(kept.sequence(), kept.sequence() + 1);
            done.put(kept.stamp(), new Done(kept.sequence(), kept.at()));
        } else if (line instanceof Acknowledged acknowledged) {
            finish(acknowledged);
        } else if (line instanceof Failed failed) {
            drop(failed.stamp());
        } else if (line instanceof Next reserved) {
            reserve(reserved.sequence(), reserved.sequence());
        } else if (line instanceof Header) {
            throw new IllegalArgumentException("a second header");
        }
    }

    private void reserve(long sequence, long following) {
        if (sequence < next) {
            throw new IllegalArgumentException("number " + sequence + " comes after number " + (next - 1));
        }
        next = following;
    }

    private void finish(Acknowledged line) {
        Intent intent = pendingBySequence.remove(line.sequence());
        if (intent == null) {
            throw new IllegalArgumentException("number " + line.sequence() + " is done, yet nothing was to be sent");
        }
        pending.remove(intent.stamp());
        done.put(intent.stamp(), new Done(line.sequence(), line.at()));
    }

    private void drop(FileStamp stamp) {
        Intent intent = pending.remove(stamp);
        if (intent != null) {
            pendingBySequence.remove(intent.sequence());
        }
    }

    /** Number for the next new file. */
    long next() {
        return next;
    }

    boolean knows(FileStamp stamp) {
        return pending.containsKey(stamp) || done.containsKey(stamp);
    }

    Optional<Assignment> pending(FileStamp stamp) {
        return Optional.ofNullable(pending.get(stamp)).map(i -> new Assignment(i.sequence(), i.id()));
    }

    /** Files that have a number and no acknowledgement, lowest number first. */
    List<FileStamp> pendingFiles() {
        return pendingBySequence.values().stream().map(Intent::stamp).toList();
    }

    boolean awaits(long sequence) {
        return pendingBySequence.containsKey(sequence);
    }

    int acknowledged() {
        return done.size();
    }

    /** Forgets acknowledged files that are gone and were acknowledged before the given time; says how many. */
    int forget(Predicate<FileStamp> present, Instant before) {
        int size = done.size();
        done.entrySet().removeIf(e -> e.getValue().at().isBefore(before) && !present.test(e.getKey()));
        return size - done.size();
    }

    /** Lines that come to this state, in the order of the numbers. */
    List<JournalLine> lines() {
        TreeMap<Long, JournalLine> ordered = new TreeMap<>(pendingBySequence);
        done.forEach((stamp, d) -> ordered.put(d.sequence(), new Kept(d.sequence(), stamp, d.at())));
        List<JournalLine> lines = new ArrayList<>(ordered.values());
        lines.add(new Next(next));
        return lines;
    }
}
