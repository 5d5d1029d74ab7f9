package io.fleck.stream.gateway.files;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;

/** What the operating system tells of changes in folders: a hint that makes watching quick, never relied upon. */
interface FolderChanges extends AutoCloseable {
    /** Listens to these folders as well. */
    void listen(Collection<Path> folders);

    /**
     * Paths made or changed since the last call.
     *
     * @param wait how long to wait for one; zero only looks
     */
    Set<Path> await(Duration wait) throws InterruptedException;

    @Override
    void close();
}
