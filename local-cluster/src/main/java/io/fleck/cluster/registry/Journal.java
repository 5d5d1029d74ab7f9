package io.fleck.cluster.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registry's changes, one JSON object a line, on disk before they are answered.
 *
 * <p>A crash while a line is written leaves it without its end: it was never answered, and is cut off on opening.
 * Anything else that cannot be read is an error, not a loss. Used under the store's lock.
 */
final class Journal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final FileChannel channel;

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Opens the file, or creates it; appends go behind its last whole line. */
    static Journal open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            return new Journal(file, channel);
        } catch (IOException e) {
            throw new RegistryException(file + ": cannot be opened: " + e.getMessage(), e);
        }
    }

    /** All changes so far, oldest first. */
    List<Change> replay() {
        try {
            byte[] content = Files.readAllBytes(file);
            int whole = lengthOfWholeLines(content);
            if (whole < content.length) {
                LOG.warn("{}: the last line is not complete; {} bytes cut off", file, content.length - whole);
                channel.truncate(whole);
                channel.force(true);
            }
            channel.position(whole);
            return parse(new String(content, 0, whole, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new RegistryException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static int lengthOfWholeLines(byte[] content) {
        int end = content.length;
        while (end > 0 && content[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private List<Change> parse(String text) {
        List<Change> changes = new ArrayList<>();
        for (String line : text.lines().toList()) {
            try {
                changes.add(JSON.readValue(line, Change.class));
            } catch (JsonProcessingException e) {
                throw new RegistryException(
                        file + ": line " + (changes.size() + 1) + " is not a change: " + e.getOriginalMessage(), e);
            }
        }
        return changes;
    }

    /**
     * Writes the changes in one go and waits for the disk.
     *
     * @throws RegistryException when they are not on disk; the journal is then as it was before
     */
    void append(List<Change> changes) {
        try {
            long before = channel.position();
            try {
                write(changes);
            } catch (IOException e) {
                channel.truncate(before);
                throw e;
            }
        } catch (IOException e) {
            throw new RegistryException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private void write(List<Change> changes) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Change change : changes) {
            lines.write(JSON.writeValueAsBytes(change));
            lines.write('\n');
        }
        ByteBuffer buffer = ByteBuffer.wrap(lines.toByteArray());
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(true);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new RegistryException(file + ": cannot be closed: " + e.getMessage(), e);
        }
    }
}
