package io.fleck.stream.gateway.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at the files below a folder, as they are at the moment. Hidden files and folders are passed over. */
final class FolderScan {
    private static final Set<String> TEMPORARY =
            Set.of("part", "tmp", "temp", "partial", "filepart", "crdownload", "swp");

    /**
     * A file seen.
     *
     * @param path where it lies
     * @param stamp its state
     * @param key what stays the same when it is renamed; null where the file system has no such thing
     * @param temporary whether its name says that somebody is still writing it
     */
    record Seen(Path path, FileStamp stamp, @Nullable Object key, boolean temporary) {}

    /**
     * Result of a look.
     *
     * @param files those of the kind and files with temporary names
     * @param folders folders seen, the start among them
     * @param others files that are neither
     * @param unreadable files and folders that could not be looked at, with the reason
     */
    record Result(List<Seen> files, List<Path> folders, int others, List<String> unreadable) {
        /** Those of the kind only, oldest first. */
        List<FileStamp> pictures() {
            return files.stream()
                    .filter(f -> !f.temporary())
                    .map(Seen::stamp)
                    .sorted(FileStamp.OLDEST_FIRST)
                    .toList();
        }
    }

    private final Path root;
    private final FileKind kind;

    FolderScan(Path root, FileKind kind) {
        this.root = root;
        this.kind = kind;
    }

    /** Everything below the root. */
    Result all() throws IOException {
        return below(root);
    }

    /** Everything below a folder of the root, or the one file at the path; nothing when it is gone. */
    Result below(Path start) throws IOException {
        Collector collector = new Collector();
        Files.walkFileTree(start, collector);
        return collector.result;
    }

    private static boolean hidden(Path path) {
        Path name = path.getFileName();
        return name != null && name.toString().startsWith(".");
    }

    private static boolean temporary(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TEMPORARY.contains(ending) || name.endsWith("~");
    }

    private final class Collector extends SimpleFileVisitor<Path> {
        private int others;
        private Result result = new Result(new ArrayList<>(), new ArrayList<>(), 0, new ArrayList<>());

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (hidden(folder) && !folder.equals(root)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            result.folders().add(folder);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (hidden(file)) {
                return FileVisitResult.CONTINUE;
            }
            String name = file.getFileName().toString();
            boolean temporary = temporary(name);
            if (attributes.isRegularFile() && (temporary || kind.accepts(name))) {
                FileStamp stamp = FileStamp.of(root, file, attributes);
                result.files().add(new Seen(file, stamp, attributes.fileKey(), temporary));
            } else {
                others++;
                result = new Result(result.files(), result.folders(), others, result.unreadable());
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException reason) throws IOException {
            if (file.equals(root)) {
                throw reason;
            }
            if (!(reason instanceof java.nio.file.NoSuchFileException)) {
                result.unreadable().add(FileStamp.nameOf(root, file) + ": " + reason.getMessage());
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
