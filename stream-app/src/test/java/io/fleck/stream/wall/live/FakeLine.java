package io.fleck.stream.wall.live;

import io.fleck.avro.FramePreview;
import io.fleck.avro.Verdict;
import java.util.List;
import java.util.stream.IntStream;

/** Cameras that feed a page without Kafka. */
final class FakeLine {
    private static final List<String> STATIONS =
            List.of("Brushed metal", "Woven cloth", "Cast housing", "Magnetic tile");

    private final LiveState state;
    private final List<Parts> cameras;
    private long results;
    private long anomalies;

    FakeLine(LiveState state, int cameras) {
        this.state = state;
        this.cameras = IntStream.range(0, cameras)
                .mapToObj(i -> new Parts(
                        STATIONS.get(i % STATIONS.size())
                                + (i < STATIONS.size() ? "" : " " + (i / STATIONS.size() + 1)),
                        "camera-" + (i + 1),
                        i))
                .toList();
    }

    /** Every camera takes a picture. */
    void round() {
        cameras.forEach(camera -> show(camera.next()));
    }

    /** Every camera takes a picture of a part with a defect. */
    void defects() {
        cameras.forEach(camera -> show(camera.next(true)));
    }

    private void show(FramePreview preview) {
        results++;
        anomalies += preview.getVerdict() == Verdict.ANOMALY ? 1 : 0;
        state.result(new Sighting(
                preview.getStation(),
                preview.getCamera(),
                preview.getVerdict(),
                preview.getScore(),
                preview.getThreshold()));
        state.preview(preview);
        state.counted(new Counters(results + 7, results, anomalies, anomalies, 3, 0));
    }
}
