package io.fleck.stream.gateway.files;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** One line of a journal: fields between tabs, the last one a checksum over those before. */
sealed interface JournalLine {
    /** First line of every journal. */
    record Header(String camera) implements JournalLine {
        @Override
        public List<String> fields() {
            return List.of("fleck-gateway-journal", "1", camera);
        }
    }

    /** Numbers below this one are taken; left by a compaction. */
    record Next(long sequence) implements JournalLine {
        @Override
        public List<String> fields() {
            return List.of("next", Long.toString(sequence));
        }
    }

    /** A file has its number and id and will be sent. */
    record Intent(long sequence, FileStamp stamp, String id) implements JournalLine {
        @Override
        public List<String> fields() {
            return List.of(
                    "send",
                    Long.toString(sequence),
                    Long.toString(stamp.size()),
                    micros(stamp.modified()),
                    id,
                    stamp.name());
        }
    }

    /** A file that was acknowledged before a compaction. */
    record Kept(long sequence, FileStamp stamp, Instant at) implements JournalLine {
        @Override
        public List<String> fields() {
            return List.of(
                    "kept",
                    Long.toString(sequence),
                    Long.toString(stamp.size()),
                    micros(stamp.modified()),
                    micros(at),
                    stamp.name());
        }
    }

    /** The broker has the frame of this number. */
    record Acknowledged(long sequence, Instant at) implements JournalLine {
        @Override
        public List<String> fields() {
            return List.of("done", Long.toString(sequence), micros(at));
        }
    }

    /** The file will not be sent. */
    record Failed(FileStamp stamp, String reason) implements JournalLine {
        @Override
        public List<String> fields() {
            return List.of("failed", Long.toString(stamp.size()), micros(stamp.modified()), stamp.name(), reason);
        }
    }

    /** What the line says, without the checksum. */
    List<String> fields();

    /** The line as it is written, with its line feed. */
    default String format() {
        String text =
                String.join("\t", fields().stream().map(JournalLine::escape).toList());
        return text + "\t" + checksum(text) + "\n";
    }

    /**
     * Reads a line.
     *
     * @param line without its line feed
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static JournalLine parse(String line) {
        int end = line.lastIndexOf('\t');
        if (end < 0 || !checksum(line.substring(0, end)).equals(line.substring(end + 1))) {
            throw new IllegalArgumentException("its checksum is wrong");
        }
        List<String> fields = new ArrayList<>();
        for (String field : line.substring(0, end).split("\t", -1)) {
            fields.add(unescape(field));
        }
        try {
            return parse(fields);
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new IllegalArgumentException("its fields are wrong", e);
        }
    }

    private static JournalLine parse(List<String> fields) {
        return switch (fields.get(0)) {
            case "fleck-gateway-journal" -> header(fields);
            case "next" -> new Next(Long.parseLong(fields.get(1)));
            case "send" ->
                new Intent(
                        Long.parseLong(fields.get(1)),
                        stamp(fields.get(5), fields.get(2), fields.get(3)),
                        fields.get(4));
            case "kept" ->
                new Kept(
                        Long.parseLong(fields.get(1)),
                        stamp(fields.get(5), fields.get(2), fields.get(3)),
                        instant(fields.get(4)));
            case "done" -> new Acknowledged(Long.parseLong(fields.get(1)), instant(fields.get(2)));
            case "failed" -> new Failed(stamp(fields.get(3), fields.get(1), fields.get(2)), fields.get(4));
            default -> throw new IllegalArgumentException("'" + fields.get(0) + "' is no kind of line");
        };
    }

    private static Header header(List<String> fields) {
        if (!fields.get(1).equals("1")) {
            throw new IllegalArgumentException("version " + fields.get(1) + " is not known; this program writes 1");
        }
        return new Header(fields.get(2));
    }

    private static FileStamp stamp(String name, String size, String micros) {
        return new FileStamp(name, Long.parseLong(size), instant(micros));
    }

    private static String micros(Instant time) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, time));
    }

    private static Instant instant(String micros) {
        return Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
    }

    private static String checksum(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }

    private static String escape(String field) {
        return field.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescape(String field) {
        StringBuilder plain = new StringBuilder(field.length());
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '\\' && i + 1 < field.length()) {
                i++;
                plain.append(
                        switch (field.charAt(i)) {
                            case 't' -> '\t';
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            default -> '\\';
                        });
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
