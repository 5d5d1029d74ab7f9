package io.fleck.stream.gateway.files;

import io.fleck.stream.gateway.files.FolderScan.Seen;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides when a file is finished: its size and time stayed the same for a while, or it was seen in just this state
 * under a temporary name and then renamed. An empty file is never finished. Not thread-safe.
 */
final class SettledFiles {
    private record Watched(Seen file, long since) {}

    private record State(Object key, long size, java.time.Instant modified) {}

    private final Duration quiet;
    private final Map<Path, Watched> watched = new HashMap<>();
    private final Map<Path, State> temporary = new HashMap<>();

    /**
     * Nothing seen yet.
     *
     * @param quiet how long a file must stay the same
     */
    SettledFiles(Duration quiet) {
        this.quiet = quiet;
    }

    /** A file was seen at this time (nanoseconds of a clock that never jumps). */
    void observe(Seen file, long now) {
        if (file.temporary()) {
            if (file.key() != null) {
                temporary.put(
                        file.path(),
                        new State(file.key(), file.stamp().size(), file.stamp().modified()));
            }
            return;
        }
        Watched before = watched.get(file.path());
        if (before == null || !before.file().stamp().equals(file.stamp())) {
            long since = renamedIn(file) ? now - quiet.toNanos() : now;
            watched.put(file.path(), new Watched(file, since));
        }
    }

    private boolean renamedIn(Seen file) {
        return file.key() != null
                && temporary
                        .values()
                        .remove(new State(
                                file.key(), file.stamp().size(), file.stamp().modified()));
    }

    /** The path was looked at and nothing is there. */
    void gone(Path path) {
        watched.remove(path);
    }

    /** Forgets temporary names that are not among those present. */
    void retainTemporary(Set<Path> present) {
        temporary.keySet().retainAll(present);
    }

    /** Files not finished yet: to be looked at again. */
    List<Path> unfinished() {
        return List.copyOf(watched.keySet());
    }

    /** Takes out what is finished, oldest first. */
    List<FileStamp> finished(long now) {
        List<FileStamp> done = new ArrayList<>();
        for (Iterator<Watched> all = watched.values().iterator(); all.hasNext(); ) {
            Watched candidate = all.next();
            if (now - candidate.since() >= quiet.toNanos()
                    && candidate.file().stamp().size() > 0) {
                done.add(candidate.file().stamp());
                all.remove();
            }
        }
        done.sort(FileStamp.OLDEST_FIRST);
        return done;
    }
}
