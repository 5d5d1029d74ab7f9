package io.fleck.core.wafer.semi;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** {@code CreateDate} of G85: fourteen digits, yyyyMMddHHmmss, and perhaps a fraction. Without a zone, taken as UTC. */
final class CreationTime {
    private static final int DIGITS = 14;
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    private CreationTime() {}

    /** The time; empty for any other form: it says when the file was made, so nothing depends on it. */
    static Optional<Instant> of(String written) {
        if (written.length() < DIGITS || !written.chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDateTime.parse(written.substring(0, DIGITS), FORM).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
