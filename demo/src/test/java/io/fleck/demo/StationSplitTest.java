package io.fleck.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.fitting.data.DataException;
import io.fleck.fitting.data.DataSet;
import io.fleck.fitting.data.LabelledImage;
import io.fleck.fitting.data.Split;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StationSplitTest {
    private static final Path ORIGIN = Path.of("pictures");

    private static List<LabelledImage> images(String label, int count, Split split) {
        List<LabelledImage> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = label + "/" + split + i + ".png";
            images.add(new LabelledImage(name, ORIGIN.resolve(name), label, null, split));
        }
        return images;
    }

    private static DataSet set(List<LabelledImage> first, List<LabelledImage> second) {
        List<LabelledImage> all = new ArrayList<>(first);
        all.addAll(second);
        return new DataSet(ORIGIN, all);
    }

    @Test
    void shouldFitOnFourFifthsOfTheGoodAndStreamTheRest() {
        Station station =
                StationSplit.of("s", set(images("good", 50, Split.EITHER), images("scratch", 7, Split.EITHER)), 1);
        assertThat(station.good()).hasSize(40).allMatch(LabelledImage::good);
        assertThat(station.stream()).hasSize(17).doesNotContainAnyElementsOf(station.good());
        assertThat(station.stream().stream().filter(image -> !image.good())).hasSize(7);
    }

    @Test
    void shouldKeepToTheSplitsOfASetThatHasThem() {
        List<LabelledImage> train = images("good", 30, Split.TRAIN);
        List<LabelledImage> test = images("scratch", 5, Split.TEST);
        Station station = StationSplit.of("s", set(train, test), 1);
        assertThat(station.good()).containsExactlyElementsOf(train);
        assertThat(station.stream()).containsExactlyInAnyOrderElementsOf(test);
    }

    @Test
    void shouldMixByTheSeedAndOnlyByTheSeed() {
        DataSet data = set(images("good", 50, Split.EITHER), images("scratch", 20, Split.EITHER));
        assertThat(StationSplit.of("s", data, 1)).isEqualTo(StationSplit.of("s", data, 1));
        assertThat(StationSplit.of("s", data, 1)).isNotEqualTo(StationSplit.of("s", data, 2));
    }

    @Test
    void shouldSayWhenNothingIsLeftToStream() {
        DataSet data = new DataSet(ORIGIN, images("good", 1, Split.EITHER));
        assertThatThrownBy(() -> StationSplit.of("s", data, 1))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no picture is left to stream");
    }
}
