package io.fleck.fitting.evaluation;

import static io.fleck.fitting.evaluation.Evaluations.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.engine.InferenceException;
import io.fleck.core.image.DecodeLimits;
import io.fleck.core.image.EncodedImage;
import io.fleck.core.image.Image;
import io.fleck.core.image.ImageDecoders;
import io.fleck.core.inspect.InspectionOutcome;
import io.fleck.core.inspect.StageTimings;
import io.fleck.fitting.data.LabelledImage;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatorTest {
    @TempDir
    private Path folder;

    private final AtomicInteger done = new AtomicInteger();

    private static InspectionOutcome outcome(EncodedImage encoded, double score) {
        Image image = ImageDecoders.decode(encoded, null, DecodeLimits.DEFAULT);
        return new InspectionOutcome(
                image, score, 18, OptionalDouble.of(0.25), null, null, List.of(), new StageTimings(0, 0, 0, 0, 0));
    }

    /** The score is the first pixel's grey. */
    private static InspectionOutcome first(EncodedImage encoded) {
        Image image = ImageDecoders.decode(encoded, null, DecodeLimits.DEFAULT);
        return outcome(encoded, image.pixels()[0]);
    }

    private LabelledImage grey(int grey) {
        Path file = folder.resolve(grey + ".png");
        return image(Evaluations.picture(file, 4, 4, grey, new Rectangle(0, 0, 1, 1), grey), "good", null);
    }

    private Evaluation evaluate(
            List<LabelledImage> images, int threads, Function<EncodedImage, InspectionOutcome> inspector)
            throws InterruptedException {
        return new Evaluator(Evaluations.calibrated(), inspector, threads).evaluate(images, done::incrementAndGet);
    }

    @Test
    void shouldKeepTheOrderOfTheDataSet() throws InterruptedException {
        List<LabelledImage> images = new ArrayList<>();
        for (int grey = 1; grey <= 40; grey++) {
            images.add(grey(grey));
        }
        Evaluation evaluation = evaluate(images, 4, EvaluatorTest::first);

        assertThat(evaluation.images()).extracting(ScoredImage::image).isEqualTo(images);
        assertThat(evaluation.images())
                .allSatisfy(
                        scored -> assertThat(scored.image().name()).isEqualTo("good/" + (int) scored.score() + ".png"));
        assertThat(evaluation.images()).filteredOn(ScoredImage::anomalous).hasSize(22);
        assertThat(done).hasValue(40);
        assertThat(evaluation.imagesPerSecond()).isPositive();
    }

    @Test
    void shouldInspectSeveralFramesAtATime() throws InterruptedException {
        CyclicBarrier both = new CyclicBarrier(2);
        Evaluation evaluation = evaluate(List.of(grey(1), grey(2)), 2, encoded -> {
            meet(both);
            return first(encoded);
        });

        assertThat(evaluation.images()).as("each waits for the other").hasSize(2);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void shouldNameImagesThatCannotBeReadAndGoOn() throws IOException, InterruptedException {
        LabelledImage text = image(Files.writeString(folder.resolve("text.png"), "no picture"), "good", null);
        LabelledImage gone = image(folder.resolve("gone.png"), "crack", null);
        Evaluation evaluation = evaluate(List.of(text, grey(7), gone), 2, EvaluatorTest::first);

        assertThat(evaluation.images()).extracting(ScoredImage::score).containsExactly(7.0);
        assertThat(evaluation.unreadable())
                .extracting(UnreadableFile::name)
                .containsExactly("good/text.png", "crack/gone.png");
        assertThat(done).hasValue(3);
    }

    @Test
    void shouldStopAtAFailureOfTheEngineAndNameTheImage() {
        assertThatThrownBy(() -> evaluate(List.of(grey(1)), 1, encoded -> {
                    throw new InferenceException("out of memory", null);
                }))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("good/1.png: out of memory");
    }

    @Test
    void shouldGiveUpWhenInterrupted() {
        Thread caller = Thread.currentThread();

        assertThatThrownBy(() -> evaluate(List.of(grey(1), grey(2)), 1, encoded -> {
                    caller.interrupt();
                    return first(encoded);
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).as("the interrupt was taken").isFalse();
    }

    @Test
    void shouldRefuseAScoreThatIsNoNumber() {
        assertThatThrownBy(() -> evaluate(List.of(grey(1)), 1, encoded -> outcome(encoded, Double.NaN)))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("good/1.png: the model gives it the score NaN");
    }

    @Test
    void shouldRefuseToWorkWithoutThreads() {
        assertThatThrownBy(() -> evaluate(List.of(), 0, EvaluatorTest::first)).hasMessageContaining("threads 0");
    }
}
