package io.fleck.training.wafer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.fleck.fitting.data.DataException;
import io.fleck.fitting.wafer.DieArchitecture;
import io.fleck.fitting.wafer.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DieTrainingTest {
    private static final List<String> CLASSES = List.of("Center", "Edge-Ring", "none");
    private static final DieArchitecture SMALL = new DieArchitecture(24, List.of(4, 6, 8), 8, CLASSES.size());

    @TempDir
    private Path folder;

    /** With outliers and balancing, or plain. */
    private static TrainingSettings settings(int steps, boolean all) {
        return new TrainingSettings(steps, 16, 5e-3, 0.02, 0.05, 0.2, all, all, 4);
    }

    private static DieTraining training(int steps, boolean all) {
        return new DieTraining(SMALL, settings(steps, all), TrainingSet.of(Maps.of(20, 1), CLASSES, 24));
    }

    private static void requireSame(Weights found, Weights expected) {
        for (String name : expected.names()) {
            assertThat(found.get(name).values())
                    .as(name)
                    .isEqualTo(expected.get(name).values());
        }
    }

    @Test
    void shouldLearn() {
        try (DieTraining training = training(60, false)) {
            double first = training.step();
            assertThat(first).as("no class preferred").isCloseTo(Math.log(3), within(0.5));
            double last = first;
            while (training.unfinished()) {
                last = training.step();
            }
            assertThat(training.done()).isEqualTo(60);
            assertThat(last).isLessThan(0.6 * first);
        }
    }

    @Test
    void shouldDrawOtherNumbersInEveryStep() {
        Set<Long> drawn = new HashSet<>();
        for (long seed = 0; seed < 3; seed++) {
            for (int step = 0; step < 100; step++) {
                DieTraining.chance(seed, step).longs(300).forEach(drawn::add);
            }
        }
        assertThat(drawn).as("of 3 seeds, 100 steps, 300 draws").hasSize(90_000);
        assertThat(DieTraining.chance(1, 7).nextLong())
                .as("but the same when a step is done again")
                .isEqualTo(DieTraining.chance(1, 7).nextLong());
    }

    @Test
    void shouldEndWithTheSameWeightsWhenItWasInterrupted() throws IOException {
        Path file = folder.resolve("model.checkpoint");
        Weights expected;
        try (DieTraining whole = training(8, true)) {
            while (whole.unfinished()) {
                whole.step();
            }
            expected = whole.average();
        }
        try (DieTraining first = training(8, true)) {
            for (int i = 0; i < 3; i++) {
                first.step();
            }
            first.checkpoint().write(file, "same");
        }
        try (DieTraining second = training(8, true)) {
            second.restore(Checkpoint.read(file, "same"));
            assertThat(second.done()).isEqualTo(3);
            while (second.unfinished()) {
                second.step();
            }
            requireSame(second.average(), expected);
        }
    }

    @Test
    void shouldNotGoOnWithOtherData() throws IOException {
        Path file = folder.resolve("model.checkpoint");
        try (DieTraining training = training(2, false)) {
            training.checkpoint().write(file, "these wafers");
        }
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Checkpoint.read(file, "others"))
                .withMessage(file + ": is of other wafers or settings; delete it to begin anew");
        Path other = Files.writeString(folder.resolve("note.txt"), "no checkpoint at all");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Checkpoint.read(other, "others"))
                .withMessage(other + ": not a checkpoint of a training");
    }

    @Test
    void shouldMoveTheAverageBehindTheWeights() {
        try (DieTraining training = training(3, false)) {
            Weights before = training.average();
            training.step();
            float start = before.get("head.weight").values()[0];
            float average = training.average().get("head.weight").values()[0];
            float now = training.checkpoint().parameters().get("head.weight").values()[0];
            assertThat(average).isStrictlyBetween(Math.min(start, now), Math.max(start, now));
        }
    }
}
