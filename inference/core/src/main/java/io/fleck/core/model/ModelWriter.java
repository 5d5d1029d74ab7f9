package io.fleck.core.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts a model directory in place by a rename, so that a crash leaves no half of one.
 *
 * <p>A directory cannot be renamed over a full one: an existing model steps aside first, comes back if the rename fails,
 * and is deleted last. A crash between the two renames leaves it under its hidden name.
 */
final class ModelWriter {
    private static final Set<String> OURS = Set.of(ModelPackage.GRAPH, ModelPackage.MANIFEST);

    private ModelWriter() {}

    static void write(Path directory, byte[] graph, byte[] manifest) {
        Path target = directory.toAbsolutePath().normalize();
        requireReplaceable(target);
        try {
            writeBeside(target, graph, manifest);
        } catch (IOException e) {
            throw new ModelException(target + ": cannot be written: " + e, e);
        }
    }

    private static void writeBeside(Path target, byte[] graph, byte[] manifest) throws IOException {
        Path parent = Files.createDirectories(parentOf(target));
        Path fresh = Files.createTempDirectory(parent, "." + target.getFileName() + ".new-");
        try {
            writeDurably(fresh.resolve(ModelPackage.GRAPH), graph);
            writeDurably(fresh.resolve(ModelPackage.MANIFEST), manifest);
            openToReaders(fresh);
            putInPlace(fresh, target);
        } finally {
            deleteModel(fresh);
        }
    }

    private static Path parentOf(Path target) {
        Path parent = target.getParent();
        if (parent == null) {
            throw new ModelException(target + ": a model needs a directory of its own", null);
        }
        return parent;
    }

    private static void writeDurably(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** A temporary directory is its owner's alone; a model is read by other users too (a container's, for one). */
    private static void openToReaders(Path directory) throws IOException {
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static void putInPlace(Path fresh, Path target) throws IOException {
        if (!Files.exists(target)) {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Path aside = Files.createTempDirectory(parentOf(target), "." + target.getFileName() + ".old-");
        Files.move(target, aside, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        }
        deleteModel(aside);
    }

    private static void requireReplaceable(Path target) {
        if (!Files.exists(target)) {
            return;
        }
        List<String> foreign = foreignEntries(target);
        if (!foreign.isEmpty()) {
            throw new ModelException(
                    target + ": is not replaced, because it holds more than a model: " + foreign.get(0), null);
        }
    }

    private static List<String> foreignEntries(Path target) {
        try (Stream<Path> entries = Files.list(target)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> !OURS.contains(name))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ModelException(target + ": is not a directory that can be replaced: " + e, e);
        }
    }

    private static void deleteModel(Path directory) throws IOException {
        for (String name : OURS) {
            Files.deleteIfExists(directory.resolve(name));
        }
        Files.deleteIfExists(directory);
    }
}
