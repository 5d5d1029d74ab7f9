package io.fleck.stream.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.image.BitWindow;
import io.fleck.core.image.Rectangle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KindsTest {
    private enum Colour {
        LIGHT_RED,
        BLUE
    }

    private static AbstractConfig values(@Nullable String value) {
        ConfigDef keys = new ConfigDef();
        new Section(keys, "Test").optional("key", Kinds.text("anything"), "A key.");
        Map<String, String> values = new HashMap<>();
        if (value != null) {
            values.put("key", value);
        }
        return new AbstractConfig(keys, values, false);
    }

    private static <T> T read(Kind<T> kind, String text) {
        return kind.get(values(text), "key");
    }

    private static void assertRefused(Kind<?> kind, String text) {
        assertThatThrownBy(() -> kind.ensureValid("key", text))
                .as("%s as a %s", text, kind.name())
                .isInstanceOf(ConfigException.class)
                .hasMessage("key=" + text + " is not allowed; allowed is " + kind.allowed());
    }

    @Test
    void shouldTakeTheEndsOfARange() {
        Kind<Duration> duration = Kinds.duration("100ms", "2m");
        assertThat(read(duration, "100ms")).isEqualTo(Duration.ofMillis(100));
        assertThat(read(duration, "2m")).isEqualTo(Duration.ofMinutes(2));
        Kind<Long> size = Kinds.size("1KiB", "1MiB");
        assertThat(read(size, "1KiB")).isEqualTo(1024);
        assertThat(read(size, "1MiB")).isEqualTo(1 << 20);
        assertThat(read(Kinds.fromTo(0, 10), "10")).isEqualTo(10);
        assertThat(read(Kinds.wholeNumber(1, 9), "9")).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99ms", "121s", "1", "s", "-1s", "1.5s"})
    void shouldRefuseOtherDurations(String text) {
        assertRefused(Kinds.duration("100ms", "2m"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1023B", "2MiB", "1024", "1KB", "99999999999999TiB"})
    void shouldRefuseOtherSizes(String text) {
        assertRefused(Kinds.size("1KiB", "1MiB"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "NaN", "half"})
    void shouldLeaveTheEndsOutOfAnOpenRange(String text) {
        assertRefused(Kinds.between(0, 1), text);
        assertThat(read(Kinds.between(0, 1), "0.5")).isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10", "1.5", "one"})
    void shouldRefuseOtherWholeNumbers(String text) {
        assertRefused(Kinds.wholeNumber(1, 9), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".a", "-a", "a b", "a/b", "ä"})
    void shouldRefuseNamesThatKafkaOrAFileSystemWouldNotTake(String text) {
        assertRefused(Kinds.name(), text);
    }

    @Test
    void shouldTakeNamesWithDotsDashesAndUnderscores() {
        assertThat(read(Kinds.name(), "line-1.press_7")).isEqualTo("line-1.press_7");
        assertRefused(Kinds.name(), "x".repeat(129));
    }

    @Test
    void shouldTakeConstantsInLowerCase() {
        Kind<Colour> kind = Kinds.oneOf(Colour.class);
        assertThat(kind.allowed()).isEqualTo("one of light_red, blue");
        assertThat(read(kind, "light_red")).isEqualTo(Colour.LIGHT_RED);
        assertRefused(kind, "green");
    }

    @Test
    void shouldReadRectanglesAndWindows() {
        assertThat(read(Kinds.rectangle(), "0, 1 ,20,30")).isEqualTo(new Rectangle(0, 1, 20, 30));
        assertThat(read(Kinds.window(), "0,65535")).isEqualTo(new BitWindow(0, 65_535));
        assertRefused(Kinds.rectangle(), "0,0,1");
        assertRefused(Kinds.rectangle(), "0,0,1,1,");
        assertRefused(Kinds.rectangle(), "-1,0,1,1");
        assertRefused(Kinds.window(), "5,4");
        assertRefused(Kinds.window(), "0,65536");
    }

    @Test
    void shouldTakeAnyPath() {
        assertThat(read(Kinds.path(), "models/a b")).isEqualTo(Path.of("models/a b"));
    }

    @Test
    void shouldLeaveAbsentValuesAbsent() {
        assertThat(Kinds.rectangle().find(values(null), "key")).isEmpty();
        assertThatCode(() -> Kinds.rectangle().ensureValid("key", null)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Kinds.rectangle().get(values(null), "key")).hasMessage("key is missing");
    }
}
