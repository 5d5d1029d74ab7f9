package io.fleck.stream.gateway.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalLineTest {
    private static final Instant TIME = Instant.parse("2026-03-01T08:30:00.123456Z");
    private static final FileStamp NASTY = new FileStamp("a\tb\nc\\d\re/Größe\\n.jpg", 17, TIME);

    static List<JournalLine> lines() {
        return List.of(
                new JournalLine.Header("camera\t7"),
                new JournalLine.Next(12),
                new JournalLine.Intent(3, NASTY, "abcd"),
                new JournalLine.Kept(3, NASTY, TIME.plusSeconds(1)),
                new JournalLine.Acknowledged(3, TIME),
                new JournalLine.Failed(NASTY, "too large,\nmuch"),
                new JournalLine.Failed(new FileStamp("old.png", 0, Instant.parse("1969-12-31T23:59:59.5Z")), ""));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void shouldReadWhatItWrote(JournalLine line) {
        String written = line.format();
        assertThat(written).endsWith("\n").doesNotContain("\r");
        assertThat(written.indexOf('\n')).as("one line").isEqualTo(written.length() - 1);
        assertThat(JournalLine.parse(written.strip())).isEqualTo(line);
    }

    @Test
    void shouldNoticeAnyChangedCharacter() {
        String written = new JournalLine.Intent(3, NASTY, "abcd").format().strip();
        for (int i = 0; i < written.length(); i++) {
            String changed = written.substring(0, i) + (char) (written.charAt(i) ^ 1) + written.substring(i + 1);
            assertThatThrownBy(() -> JournalLine.parse(changed))
                    .as("character %d changed", i)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "send", "done\t3"})
    void shouldRefuseALineWithoutAChecksum(String line) {
        assertThatThrownBy(() -> JournalLine.parse(line)).hasMessage("its checksum is wrong");
    }
}
