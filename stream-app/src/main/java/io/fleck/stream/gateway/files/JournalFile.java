package io.fleck.stream.gateway.files;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal's bytes: locked for one gateway, appended to, forced to disk on demand. Not thread-safe. */
final class JournalFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalFile.class);

    private final Path path;
    private FileChannel channel;

    private JournalFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Opens a journal, made when it is not there.
     *
     * @throws JournalException when it can't be opened or another gateway has it
     */
    static JournalFile open(Path path) {
        Path absolute = path.toAbsolutePath();
        try {
            Path folder = absolute.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return new JournalFile(absolute, lock(absolute));
        } catch (IOException e) {
            throw new JournalException("journal " + absolute + " can't be opened: " + e.getMessage(), e);
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new JournalException("journal " + path + " is in use by another gateway", e);
        }
        channel.close();
        throw new JournalException("journal " + path + " is in use by another gateway", null);
    }

    /**
     * Hands over every line. A last line that was torn by a crash is cut off.
     *
     * @param reader throws IllegalArgumentException for a line that is wrong
     * @throws JournalException naming the line when one before the last is wrong
     */
    void readLines(Consumer<String> reader) {
        try {
            channel.position(0);
            InputStream in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
            truncate(readAll(in, reader));
        } catch (IOException e) {
            throw new JournalException("journal " + path + " can't be read: " + e.getMessage(), e);
        }
    }

    /** Returns the length of what is whole. */
    private long readAll(InputStream in, Consumer<String> reader) throws IOException {
        long size = channel.size();
        long whole = 0;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long number = 1;
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b != '\n') {
                line.write(b);
                continue;
            }
            long end = whole + line.size() + 1;
            try {
                reader.accept(line.toString(StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                if (end < size) {
                    throw new JournalException("journal " + path + " line " + number + ": " + e.getMessage(), e);
                }
                return whole;
            }
            whole = end;
            line.reset();
            number++;
        }
        return whole;
    }

    private void truncate(long whole) throws IOException {
        long torn = channel.size() - whole;
        if (torn > 0) {
            LOG.warn("journal {}: its last line was torn by a crash ({} bytes); cut off", path, torn);
            channel.truncate(whole);
        }
        channel.position(whole);
    }

    /** Writes a line at the end; it survives the process, and the machine after {@link #force}. */
    void append(JournalLine line) {
        try {
            write(channel, line);
        } catch (IOException e) {
            throw new JournalException("journal " + path + " can't be written: " + e.getMessage(), e);
        }
    }

    private static void write(FileChannel channel, JournalLine line) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(line.format());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Makes what was written durable. */
    void force() {
        try {
            channel.force(false);
        } catch (IOException e) {
            throw new JournalException("journal " + path + " can't be forced to disk: " + e.getMessage(), e);
        }
    }

    /** Makes the file's name durable as well: called once after it was made. */
    void forceName() {
        force();
        Path folder = path.getParent();
        try (FileChannel directory = FileChannel.open(folder == null ? path : folder, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            throw new JournalException("folder of journal " + path + " can't be forced: " + e.getMessage(), e);
        }
    }

    /** Puts these lines in place of all that is there, all or nothing. */
    void replace(List<JournalLine> lines) {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            FileChannel replacement = lock(fresh);
            for (JournalLine line : lines) {
                write(replacement, line);
            }
            replacement.force(true);
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            channel.close();
            channel = replacement;
        } catch (IOException e) {
            throw new JournalException("journal " + path + " can't be rewritten: " + e.getMessage(), e);
        }
        forceName();
    }

    @Override
    public void close() {
        try {
            if (channel.isOpen()) {
                channel.force(false);
                channel.close();
            }
        } catch (IOException e) {
            throw new JournalException("journal " + path + " can't be closed: " + e.getMessage(), e);
        }
    }
}
