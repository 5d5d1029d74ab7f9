package io.fleck.load.bench.bare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fleck.core.engine.Engines;
import io.fleck.core.image.EncodedImage;
import io.fleck.core.image.PixelFormat;
import io.fleck.core.inspect.InspectionSettings;
import io.fleck.core.model.ModelPackage;
import io.fleck.load.bench.measure.BenchException;
import io.fleck.load.bench.measure.CpuTimes;
import io.fleck.load.bench.measure.Span;
import io.fleck.load.bench.traffic.SamplePictures;
import io.fleck.load.drive.BlockModel;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BareLoopTest {
    private static final Duration MOMENT = Duration.ofMillis(300);
    private static final EncodedImage PNG = EncodedImage.file(PixelFormat.PNG, ByteBuffer.wrap(SamplePictures.png(40)));
    private static final EncodedImage JPEG =
            EncodedImage.file(PixelFormat.JPEG, ByteBuffer.wrap(SamplePictures.jpeg(250)));

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // written before all tests
    private static ModelPackage model;

    @BeforeAll
    static void write() {
        model = BlockModel.write(folder.resolve("model"));
    }

    private static BareLoop loop(Shape shape, EncodedImage... pictures) {
        return new BareLoop(
                shape, model, Engines.select("onnxruntime"), List.of(pictures), InspectionSettings.ofThreshold(180));
    }

    @ParameterizedTest
    @EnumSource(Shape.Kind.class)
    void shouldInspectPicturesAgainAndAgain(Shape.Kind kind) throws InterruptedException {
        try (BareLoop loop = loop(new Shape(kind, 2, 2, 1, 3), PNG, JPEG)) {
            for (int round = 0; round < 2; round++) {
                Span span = loop.run(MOMENT, MOMENT);
                assertThat(span.frames()).as("pictures of round %d", round).isPositive();
                assertThat(span.cpuPer1000(CpuTimes.BENCH)).isPositive();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Shape.Kind.class)
    void shouldSayThatAPictureCannotBeInspected(Shape.Kind kind) {
        EncodedImage broken = EncodedImage.file(PixelFormat.PNG, ByteBuffer.wrap(new byte[] {1, 2, 3}));
        try (BareLoop loop = loop(new Shape(kind, 1, 1, 1, 1), PNG, broken)) {
            assertThatExceptionOfType(BenchException.class)
                    .isThrownBy(() -> loop.run(Duration.ofMinutes(1), MOMENT))
                    .withMessageContaining("broke down");
        }
    }

    @Test
    void shouldSweepOverShapes() throws InterruptedException {
        List<Shape> shapes = List.of(new Shape(Shape.Kind.POOL, 1, 1, 1, 2), new Shape(Shape.Kind.LOOP, 1, 1, 1, 2));
        Sweep sweep = Sweep.of(shapes, shape -> loop(shape, PNG), MOMENT, MOMENT);

        assertThat(sweep.points()).extracting(Sweep.Point::shape).isEqualTo(shapes);
        assertThat(sweep.points())
                .allSatisfy(point -> assertThat(point.span().perSecond())
                        .as(point.shape().label())
                        .isPositive());
    }
}
