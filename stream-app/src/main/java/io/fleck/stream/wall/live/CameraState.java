package io.fleck.stream.wall.live;

import io.fleck.stream.wall.live.Messages.Point;
import io.fleck.stream.wall.live.Messages.Preview;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of one camera. Not thread-safe. */
final class CameraState {
    static final int HISTORY = 240;

    private final String station;
    private final String camera;
    private final Deque<Point> history = new ArrayDeque<>();
    private @Nullable Preview latest;
    private @Nullable Sighting worst;
    private boolean alarming;
    private boolean seen;
    private long results;
    private long anomalies;

    CameraState(String station, String camera) {
        this.station = station;
        this.camera = camera;
    }

    void add(Sighting sighting) {
        seen = true;
        results++;
        if (sighting.alarming()) {
            anomalies++;
            alarming = true;
        }
        Double score = sighting.score();
        Double worstScore = worst == null ? null : worst.score();
        if (score != null && (worstScore == null || score > worstScore)) {
            worst = sighting;
        }
    }

    /** Closes a tick; empty when the camera had no result in it. */
    Optional<Point> tick() {
        if (!seen) {
            return Optional.empty();
        }
        Double score = worst == null ? null : worst.score();
        Double threshold = worst == null ? null : worst.threshold();
        Point point = new Point(station, camera, score, threshold, alarming, results, anomalies);
        history.addLast(point);
        if (history.size() > HISTORY) {
            history.removeFirst();
        }
        seen = false;
        alarming = false;
        worst = null;
        return Optional.of(point);
    }

    void show(Preview preview) {
        latest = preview;
    }

    Optional<Preview> latest() {
        return Optional.ofNullable(latest);
    }

    Messages.History history() {
        return new Messages.History(station, camera, List.copyOf(history));
    }
}
