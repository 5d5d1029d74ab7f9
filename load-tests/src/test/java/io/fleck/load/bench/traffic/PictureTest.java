package io.fleck.load.bench.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fleck.avro.FrameFormat;
import io.fleck.core.image.DecodeLimits;
import io.fleck.core.image.ImageDecoders;
import io.fleck.core.image.PixelFormat;
import io.fleck.stream.topics.Topics;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureTest {
    private final Picture png = new Picture(SamplePictures.png(40));
    private final Picture jpeg = new Picture(SamplePictures.jpeg(40));

    @Test
    void shouldTellFilesApartByTheirContent() {
        assertThat(png.format()).isEqualTo(FrameFormat.PNG);
        assertThat(jpeg.format()).isEqualTo(FrameFormat.JPEG);
        assertThat(png.encoded().format()).isEqualTo(PixelFormat.PNG);
    }

    @Test
    void shouldBeDecodedAsOftenAsWanted() {
        for (int i = 0; i < 2; i++) {
            assertThat(ImageDecoders.decode(jpeg.encoded(), null, DecodeLimits.DEFAULT)
                            .width())
                    .isEqualTo(SamplePictures.WIDTH);
            assertThat(jpeg.bytes().remaining()).isEqualTo(jpeg.length());
        }
    }

    @Test
    void shouldRefuseALineWithoutPicturesOrWithPartitionsThatNoCameraFills() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Line("localhost:1", Topics.unprefixed(), 1, 1, List.of()))
                .withMessageContaining("picture");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Line("localhost:1", Topics.unprefixed(), 4, 3, List.of(png)))
                .withMessageContaining("3 cameras on 4 partitions");
    }
}
