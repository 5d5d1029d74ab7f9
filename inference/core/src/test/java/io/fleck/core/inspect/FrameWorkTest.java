package io.fleck.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.fleck.core.batch.BatchTimings;
import io.fleck.core.engine.TensorBatch;
import io.fleck.core.image.DecodeException;
import io.fleck.core.image.EncodedImage;
import io.fleck.core.image.PixelFormat;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FrameWorkTest {
    private static final BatchTimings TIMINGS = new BatchTimings(11, 22, 33, 44, 2);

    private final FrameWork work = FrameWork.of(GreyEngine.model(null), GreyEngine.SPEC, () -> 0);
    private final GreyEngine engine = new GreyEngine();

    @Test
    void shouldKeepTheFramesOfABatchApart() {
        TensorBatch batch = engine.newBatch(2);
        FrameRequest first = request(10);
        FrameRequest second = request(200);
        work.prepare(first, batch, 1);
        work.prepare(second, batch, 0);
        batch.size(2);
        engine.run(batch);

        assertThat(work.conclude(first, batch, 1, TIMINGS).score()).isEqualTo(10);
        assertThat(work.conclude(second, batch, 0, TIMINGS).score()).isEqualTo(200);
    }

    @Test
    void shouldPassTheBatchersTimingsOn() {
        TensorBatch batch = engine.newBatch(1);
        FrameRequest request = request(10);
        work.prepare(request, batch, 0);
        batch.size(1);
        engine.run(batch);
        assertThat(work.conclude(request, batch, 0, TIMINGS).timings()).isEqualTo(new StageTimings(11, 22, 33, 44, 0));
    }

    @Test
    void shouldMarkThePeakOfAnAnomalyWhoseMapStaysBelowTheThreshold() {
        TensorBatch batch = engine.newBatch(1);
        FrameRequest request = request(10);
        work.prepare(request, batch, 0);
        batch.outputSlot("score", 0).putFloat(500);
        batch.outputSlot("map", 0).putFloat(8, 20);
        InspectionOutcome outcome = work.conclude(request, batch, 0, TIMINGS);
        assertThat(outcome.anomalous()).isTrue();
        assertThat(outcome.mask()).satisfies(mask -> assertThat(mask.runs()).containsExactly(2, 1, 3));
        assertThat(outcome.regions())
                .singleElement()
                .satisfies(region -> assertThat(region.peakScore()).isEqualTo(20));
    }

    @Test
    void shouldDecodeAheadOfTheSlotWhenAsked() {
        FrameRequest request = request(10);
        assertThat(request.decoded()).isFalse();
        work.decode(request);
        assertThat(request.decoded()).isTrue();
        work.prepare(request, engine.newBatch(1), 0);
        assertThat(request.image().width()).isEqualTo(3);
    }

    @Test
    void shouldRefuseAFrameThatIsNoPicture() {
        ByteBuffer text = ByteBuffer.wrap("no picture".getBytes(StandardCharsets.UTF_8));
        FrameRequest request =
                new FrameRequest(EncodedImage.file(PixelFormat.JPEG, text), InspectionSettings.ofThreshold(50));
        assertThatExceptionOfType(DecodeException.class).isThrownBy(() -> work.prepare(request, engine.newBatch(1), 0));
        assertThatIllegalStateException().isThrownBy(request::image);
    }

    private static FrameRequest request(int level) {
        ByteBuffer pixels = ByteBuffer.allocate(6).put(3, (byte) level);
        return new FrameRequest(
                new EncodedImage(PixelFormat.MONO8, 3, 2, 0, pixels), InspectionSettings.ofThreshold(50));
    }
}
