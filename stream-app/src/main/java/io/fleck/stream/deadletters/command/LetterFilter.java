package io.fleck.stream.deadletters.command;

import io.fleck.stream.deadletters.DeadLetter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which dead letters; used as a picocli mixin. */
final class LetterFilter {
    @Option(
            names = "--reason",
            paramLabel = "CODE",
            description = "Only this reason, such as IMAGE_TRUNCATED; may be repeated.")
    private List<String> reasons = new ArrayList<>();

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            description = "Only those of the last so long, such as 2h (default: all that the topic keeps).")
    private @Nullable Duration since;

    /** From when on; {@link Instant#MIN} for all. */
    Instant since(Clock clock) {
        return since == null ? Instant.MIN : clock.instant().minus(since);
    }

    boolean takes(DeadLetter letter) {
        return reasons.isEmpty()
                || reasons.stream()
                        .map(reason -> reason.toUpperCase(Locale.ROOT))
                        .anyMatch(letter.reason()::equals);
    }
}
