package io.fleck.stream.claims;

import io.fleck.stream.claims.ClaimException.Reason;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.UUID;

/**
 * Regular files below allowed folders, also through symbolic links as long as these lead to an allowed folder again.
 *
 * <p>A folder that is not there is a disk that is not mounted: away, not empty. Who can put links below a root while a
 * file is opened gains nothing: bytes are only let through where their digest was known before.
 */
final class FileClaimStore implements ClaimStore {
    static final String SCHEME = "file";

    private final List<Path> roots;

    FileClaimStore(List<Path> roots) {
        this.roots =
                roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
    }

    @Override
    public ClaimObject open(URI location) {
        Path file = allowed(location);
        try {
            Path real = real(location, file);
            BasicFileAttributes attributes =
                    Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile()) {
                throw new ClaimException(Reason.FORBIDDEN, location + ": is no regular file");
            }
            return new ClaimObject(attributes.size(), Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            throw new ClaimException(Reason.MISSING, location + ": there is no such file");
        } catch (IOException e) {
            throw new ClaimStoreUnavailableException(location + ": cannot be read: " + e, e);
        }
    }

    @Override
    public void put(URI location, ByteBuffer content) {
        Path file = allowed(location);
        requireRoot(location, file);
        try {
            Path folder = Files.createDirectories(parent(file));
            Path unfinished = folder.resolve(".unfinished-" + UUID.randomUUID());
            try {
                write(unfinished, content.duplicate());
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            force(folder);
        } catch (IOException e) {
            throw new ClaimStoreUnavailableException(location + ": cannot be written: " + e, e);
        }
    }

    @Override
    public void close() {
        // Nothing stays open.
    }

    private Path allowed(URI location) {
        Path path = path(location);
        if (!path.equals(path.normalize())) {
            throw new ClaimException(Reason.FORBIDDEN, location + ": the path has a . or .. part");
        }
        if (roots.stream().noneMatch(path::startsWith)) {
            throw new ClaimException(Reason.FORBIDDEN, location + ": lies below none of claims.file.roots");
        }
        return path;
    }

    /** Without a host: files of other machines are not read. */
    private static Path path(URI location) {
        try {
            return Path.of(location);
        } catch (IllegalArgumentException e) {
            throw new ClaimException(Reason.INVALID, location + ": expected file:///PATH: " + e.getMessage());
        }
    }

    private Path real(URI location, Path file) throws IOException {
        requireRoot(location, file);
        Path real = file.toRealPath();
        for (Path allowed : roots) {
            if (Files.isDirectory(allowed) && real.startsWith(allowed.toRealPath())) {
                return real;
            }
        }
        throw new ClaimException(Reason.FORBIDDEN, location + ": a link leads out of claims.file.roots");
    }

    /** What looks like a missing file, or would be written beside its disk, is a disk that is not there. */
    private void requireRoot(URI location, Path file) {
        for (Path root : roots) {
            if (file.startsWith(root) && Files.isDirectory(root)) {
                return;
            }
        }
        throw new ClaimStoreUnavailableException(location + ": the folder that it should lie in is not there", null);
    }

    private static Path parent(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IOException("it is no file");
        }
        return parent;
    }

    private static void write(Path file, ByteBuffer content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (content.hasRemaining()) {
                int unused = channel.write(content);
            }
            channel.force(true);
        }
    }

    /** The name is on disk too, not only the content. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
