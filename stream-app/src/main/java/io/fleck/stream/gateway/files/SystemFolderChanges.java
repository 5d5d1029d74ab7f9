package io.fleck.stream.gateway.files;

import io.fleck.stream.gateway.GatewayException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes through the file system's {@link WatchService}. Used by one thread. */
final class SystemFolderChanges implements FolderChanges {
    private static final Logger LOG = LoggerFactory.getLogger(SystemFolderChanges.class);

    private final WatchService service;
    private final Map<WatchKey, Path> folders = new HashMap<>();

    SystemFolderChanges() {
        try {
            service = FileSystems.getDefault().newWatchService();
        } catch (IOException e) {
            throw new GatewayException("the system watches no folders: " + e.getMessage(), e);
        }
    }

    @Override
    public void listen(Collection<Path> more) {
        for (Path folder : more) {
            if (!folders.containsValue(folder)) {
                register(folder);
            }
        }
    }

    private void register(Path folder) {
        try {
            folders.put(
                    folder.register(
                            service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY),
                    folder);
        } catch (NoSuchFileException e) {
            LOG.debug("{} is gone already", folder, e);
        } catch (IOException e) {
            LOG.warn("{} is looked at every {} only: {}", folder, WatchedFolder.RESCAN, e.getMessage());
        }
    }

    @Override
    public Set<Path> await(Duration wait) throws InterruptedException {
        Set<Path> changed = new HashSet<>();
        WatchKey key = service.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
        while (key != null) {
            collect(key, changed);
            key = service.poll();
        }
        return changed;
    }

    private void collect(WatchKey key, Set<Path> changed) {
        Path folder = folders.get(key);
        for (WatchEvent<?> event : key.pollEvents()) {
            if (folder != null) {
                changed.add(pathOf(folder, event.context()));
            }
        }
        if (!key.reset()) {
            folders.remove(key);
        }
    }

    /** After an overflow nobody knows what changed: the folder itself is looked at. */
    private static Path pathOf(Path folder, @Nullable Object context) {
        return context instanceof Path name ? folder.resolve(name) : folder;
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            LOG.warn("watching could not be ended: {}", e.getMessage());
        }
    }
}
