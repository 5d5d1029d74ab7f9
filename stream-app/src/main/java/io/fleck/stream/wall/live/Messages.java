package io.fleck.stream.wall.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleck.avro.FramePreview;
import io.fleck.avro.Rectangle;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What goes to the browser, as JSON: the contract with the page's scripts. */
final class Messages {
    private static final ObjectMapper JSON =
            new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    private Messages() {}

    /** First event of every connection. */
    record Hello(
            String title,
            boolean synthetic,
            boolean syntheticWafers,
            @Nullable Double falseAlarmRate,
            long startedAt,
            long tickMillis) {
        static Hello of(WallSettings settings, long startedAt, long tickMillis) {
            OptionalDouble rate = settings.falseAlarmRate();
            return new Hello(
                    settings.title(),
                    settings.synthetic(),
                    settings.syntheticWafers(),
                    rate.isPresent() ? rate.getAsDouble() : null,
                    startedAt,
                    tickMillis);
        }
    }

    /** All counters, and images a second over the last seconds. */
    record Count(
            long received,
            long results,
            long anomalies,
            long masks,
            long deadLetters,
            long shed,
            long inFlight,
            double imagesPerSecond) {
        static Count of(Counters c, double imagesPerSecond) {
            return new Count(
                    c.received(),
                    c.results(),
                    c.anomalies(),
                    c.masks(),
                    c.deadLetters(),
                    c.shed(),
                    c.inFlight(),
                    imagesPerSecond);
        }
    }

    /** One camera over one tick: its worst score, and its totals so far. */
    record Point(
            String station,
            String camera,
            @Nullable Double score,
            @Nullable Double threshold,
            boolean alarming,
            long results,
            long anomalies) {}

    /** All cameras that had results in a tick. */
    record Trend(List<Point> points) {}

    /** Scores of one camera over the last ticks, for a page that has just been opened. */
    record History(String station, String camera, List<Point> points) {}

    /** A picture with its map. */
    record Preview(
            String eventId,
            String station,
            String camera,
            long sequence,
            long capturedAt,
            String verdict,
            @Nullable Double score,
            @Nullable Double threshold,
            @Nullable Double pValue,
            String model,
            int frameWidth,
            int frameHeight,
            ByteBuffer jpeg,
            @Nullable Map map) {
        static Preview of(FramePreview p) {
            return new Preview(
                    p.getEventId(),
                    p.getStation(),
                    p.getCamera(),
                    p.getSequence(),
                    p.getCapturedAt().toEpochMilli(),
                    p.getVerdict().name(),
                    p.getScore(),
                    p.getThreshold(),
                    p.getPValue(),
                    p.getModel(),
                    p.getFrameWidth(),
                    p.getFrameHeight(),
                    p.getJpeg().duplicate(),
                    Map.of(p));
        }
    }

    /** A score map of one byte a cell, and the part of the frame that it covers. */
    record Map(
            int width,
            int height,
            float minimum,
            float maximum,
            int x,
            int y,
            int coveredWidth,
            int coveredHeight,
            ByteBuffer cells) {
        /** Null for a preview without a map, or with one whose size contradicts its bytes. */
        static @Nullable Map of(FramePreview p) {
            long size = (long) p.getMapWidth() * p.getMapHeight();
            if (size <= 0 || size != p.getMap().remaining()) {
                return null;
            }
            Rectangle area = p.getMapArea();
            return new Map(
                    p.getMapWidth(),
                    p.getMapHeight(),
                    p.getMapMinimum(),
                    p.getMapMaximum(),
                    area == null ? 0 : area.getX(),
                    area == null ? 0 : area.getY(),
                    area == null ? p.getFrameWidth() : area.getWidth(),
                    area == null ? p.getFrameHeight() : area.getHeight(),
                    p.getMap().duplicate());
        }
    }

    /** One line of JSON. */
    static String json(Object message) {
        try {
            return JSON.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new WallException("a message can't be written: " + e.getOriginalMessage(), e);
        }
    }
}
