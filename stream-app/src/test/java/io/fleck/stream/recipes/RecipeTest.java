package io.fleck.stream.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.avro.StationRecipe;
import io.fleck.core.image.BitWindow;
import io.fleck.core.image.Rectangle;
import io.fleck.stream.config.StationConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RecipeTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.008Z");

    /** Avro makes records with lists only of classes that were declared harmless, which a codec does. */
    @BeforeAll
    static void admitRecords() {
        new Recipes().close();
    }

    private static StationRecipe.Builder record() {
        return StationRecipe.newBuilder().setStation("press-7").setModel("tiles");
    }

    private static StationRecipe full() {
        return record().setModelVersion("3")
                .setFalseAlarmRate(0.02)
                .setRegionOfInterest(new io.fleck.avro.Rectangle(1, 2, 3, 4))
                .setBitWindow(new io.fleck.avro.BitWindow(5, 600))
                .setDeadlineMillis(250L)
                .setPriority(-7)
                .setChangedAt(NOW)
                .setChangedBy("ops")
                .build();
    }

    @Test
    void shouldReadEveryField() {
        Recipe recipe = Recipe.of(full());
        assertThat(recipe.station()).isEqualTo("press-7");
        assertThat(recipe.model()).isEqualTo("tiles");
        assertThat(recipe.modelVersion()).hasValue("3");
        assertThat(recipe.threshold()).isEmpty();
        assertThat(recipe.falseAlarmRate()).hasValue(0.02);
        assertThat(recipe.regionOfInterest()).isEqualTo(new Rectangle(1, 2, 3, 4));
        assertThat(recipe.bitWindow()).isEqualTo(new BitWindow(5, 600));
        assertThat(recipe.deadline()).isEqualTo(Duration.ofMillis(250));
        assertThat(recipe.priority()).isEqualTo(-7);
    }

    @Test
    void shouldBeTheSameRecordAfterARoundTrip() {
        assertThat(Recipe.of(full()).record(NOW, "ops")).isEqualTo(full());
        StationRecipe smallest = record().setThreshold(1.5).setChangedAt(NOW).build();
        assertThat(Recipe.of(smallest).record(NOW, "")).isEqualTo(smallest);
    }

    @Test
    void shouldSayTheSameAsTheConfigurationFileWould() {
        StationConfig settings = Recipe.of(full()).settings();
        assertThat(settings.id()).isEqualTo("press-7");
        assertThat(settings.model()).hasValue("tiles");
        assertThat(settings.falseAlarmRate()).hasValue(0.02);
        assertThat(settings.regionOfInterest()).isEqualTo(new Rectangle(1, 2, 3, 4));
        assertThat(settings.bitWindow()).isEqualTo(new BitWindow(5, 600));
        assertThat(settings.deadline()).isEqualTo(Duration.ofMillis(250));
        assertThat(settings.priority()).isEqualTo(-7);
    }

    @Test
    void shouldLeaveOutWhatIsAbsent() {
        Recipe recipe = Recipe.of(record().build());
        assertThat(recipe.threshold()).isEmpty();
        assertThat(recipe.falseAlarmRate()).isEmpty();
        assertThat(recipe.modelVersion()).isEmpty();
        assertThat(recipe.regionOfInterest()).as("the whole frame").isNull();
        assertThat(recipe.deadline()).as("never").isNull();
        assertThat(recipe.priority()).isZero();
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                unusable("station ''; allowed is 1 to 128 letters", recipe -> recipe.setStation("")),
                unusable("station 'press 7'", recipe -> recipe.setStation("press 7")),
                unusable("model '../tiles'", recipe -> recipe.setModel("../tiles")),
                unusable("modelVersion is blank", recipe -> recipe.setModelVersion(" ")),
                unusable(
                        "threshold 1.0 and falseAlarmRate 0.5 exclude each other",
                        recipe -> recipe.setThreshold(1.0).setFalseAlarmRate(0.5)),
                unusable("threshold NaN; allowed is a finite number", recipe -> recipe.setThreshold(Double.NaN)),
                unusable("falseAlarmRate 0.0; allowed is above 0 and below 1", recipe -> recipe.setFalseAlarmRate(0.0)),
                unusable("falseAlarmRate 1.0; allowed is above 0 and below 1", recipe -> recipe.setFalseAlarmRate(1.0)),
                unusable(
                        "regionOfInterest: rectangle x=0 y=0 width=0 height=5",
                        recipe -> recipe.setRegionOfInterest(new io.fleck.avro.Rectangle(0, 0, 0, 5))),
                unusable(
                        "bitWindow: bit window 9..9", recipe -> recipe.setBitWindow(new io.fleck.avro.BitWindow(9, 9))),
                unusable("deadline of 0 ms; allowed is 1 ms to", recipe -> recipe.setDeadlineMillis(0L)),
                unusable("deadline of 86400001 ms", recipe -> recipe.setDeadlineMillis(86_400_001L)),
                unusable("priority 101; allowed is a whole number from -100 to 100", recipe -> recipe.setPriority(101)),
                unusable("priority -2147483648", recipe -> recipe.setPriority(Integer.MIN_VALUE)),
                unusable("gate 'dirt'; this version of Fleck has no gates", recipe -> recipe.setGate("dirt")));
    }

    private static Arguments unusable(String message, UnaryOperator<StationRecipe.Builder> change) {
        return Arguments.of(message, change.apply(record()).build());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void shouldNameTheFieldTheValueAndWhatIsAllowed(String message, StationRecipe record) {
        assertThatThrownBy(() -> Recipe.of(record))
                .isInstanceOf(RecipeException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 86_400_000})
    void shouldTakeTheEndsOfTheRangeOfDeadlines(long millis) {
        assertThat(Recipe.of(record().setDeadlineMillis(millis).build()).deadline())
                .isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void shouldRefuseAModelOfAnotherVersion() {
        Recipe anyVersion = Recipe.of(record().build());
        Recipe third = Recipe.of(full());
        anyVersion.requireModelVersion("9");
        third.requireModelVersion("3");
        assertThatThrownBy(() -> third.requireModelVersion("9"))
                .isInstanceOf(RecipeException.class)
                .hasMessage("model tiles is there in version 9, not in 3");
    }
}
