package io.fleck.stream.wall.live;

import io.fleck.avro.FramePreview;
import io.fleck.avro.Verdict;
import io.fleck.stream.wall.live.Messages.Point;
import io.fleck.stream.wall.live.Messages.Preview;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * What the page shows now, and the events that bring browsers up to it. A browser that comes back is sent what it missed;
 * one that comes new, or missed too much, is sent the state as a whole. Safe for use by several threads.
 */
public final class LiveState {
    /** Time between two ticks. */
    public static final Duration TICK = Duration.ofMillis(500);

    static final int ANOMALIES = 24;
    private static final int CAMERAS = 1_000;
    private static final int LOG_EVENTS = 4_096;
    private static final long LOG_BYTES = 16L << 20;

    private final WallSettings settings;
    private final String boot;
    private final long startedAt;
    private final LongSupplier nanoTime;
    private final EventLog log = new EventLog(LOG_EVENTS, LOG_BYTES);
    private final Rate rate = new Rate();
    private final Map<String, CameraState> cameras = new LinkedHashMap<>();
    private final Deque<Preview> anomalies = new ArrayDeque<>();
    private final WaferBoard wafers = new WaferBoard();
    private final Set<Subscription> subscriptions = new LinkedHashSet<>();
    private Counters counters = Counters.NONE;
    private double imagesPerSecond;

    /**
     * Nothing seen yet.
     *
     * @param startedAt milliseconds since the epoch
     * @param nanoTime monotonic clock
     */
    public LiveState(WallSettings settings, long startedAt, LongSupplier nanoTime) {
        this.settings = settings;
        this.startedAt = startedAt;
        this.boot = Long.toString(startedAt, Character.MAX_RADIX);
        this.nanoTime = nanoTime;
    }

    /** A picture has come. */
    public synchronized void preview(FramePreview message) {
        Preview preview = Preview.of(message);
        camera(preview.station(), preview.camera()).ifPresent(camera -> {
            camera.show(preview);
            String slot = "preview " + key(preview.station(), preview.camera());
            if (message.getVerdict() == Verdict.ANOMALY || message.getVerdict() == Verdict.NOVEL) {
                remember(preview);
                slot = "anomaly " + preview.eventId();
            }
            publish("preview", slot, true, preview);
        });
    }

    private void remember(Preview preview) {
        anomalies.addLast(preview);
        if (anomalies.size() > ANOMALIES) {
            anomalies.removeFirst();
        }
    }

    /** A result has come; browsers hear of it with the next tick. */
    public synchronized void result(Sighting sighting) {
        camera(sighting.station(), sighting.camera()).ifPresent(camera -> camera.add(sighting));
    }

    /** A wafer map has come; browsers see it once its result has too. */
    public synchronized void waferMap(WaferSeen map) {
        wafers.map(map).ifPresent(this::show);
    }

    /** A result of a wafer map has come; browsers see it once its map has too. */
    public synchronized void waferResult(WaferVerdict verdict) {
        wafers.result(verdict).ifPresent(this::show);
    }

    private void show(WaferMessages.Wafer wafer) {
        publish("wafer", "wafer " + wafer.id(), true, wafer);
    }

    /** A pattern that nobody has named has been raised. */
    public synchronized void pattern(PatternSeen pattern) {
        publish("pattern", "pattern " + pattern.eventId(), false, wafers.pattern(pattern));
    }

    /** What was counted so far; browsers hear of it with the next tick. */
    public synchronized void counted(Counters now) {
        counters = now;
    }

    /** Tells browsers what has changed; called every {@link #TICK}. */
    public synchronized void tick() {
        imagesPerSecond = rate.sample(nanoTime.getAsLong(), counters.results());
        publish("count", "count", false, Messages.Count.of(counters, imagesPerSecond));
        List<Point> points = new ArrayList<>();
        cameras.values().forEach(camera -> camera.tick().ifPresent(points::add));
        if (!points.isEmpty()) {
            publish("trend", "trend " + log.last(), false, new Messages.Trend(points));
        }
    }

    /** The state of a camera; empty beyond a thousand of them, which no page shows. */
    private Optional<CameraState> camera(String station, String camera) {
        String key = key(station, camera);
        if (cameras.size() >= CAMERAS && !cameras.containsKey(key)) {
            return Optional.empty();
        }
        return Optional.of(cameras.computeIfAbsent(key, unused -> new CameraState(station, camera)));
    }

    private static String key(String station, String camera) {
        return station + '\n' + camera;
    }

    private void publish(String type, String slot, boolean picture, Object message) {
        WallEvent event = log.append(type, slot, picture, Messages.json(message));
        subscriptions.forEach(subscription -> subscription.offer(event));
    }

    /**
     * A browser connects.
     *
     * @param lastEventId id of the last event that it has seen; empty for a new one
     */
    synchronized Subscription subscribe(String lastEventId) {
        Subscription subscription = new Subscription();
        missed(lastEventId).orElseGet(this::whole).forEach(subscription::offer);
        subscriptions.add(subscription);
        return subscription;
    }

    synchronized void unsubscribe(Subscription subscription) {
        subscriptions.remove(subscription);
    }

    /** Browsers that are connected. */
    synchronized int browsers() {
        return subscriptions.size();
    }

    /** Lets all browsers go. */
    synchronized void close() {
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
    }

    /** Id of an event: it begins with this process' own mark, for numbers start again with the process. */
    String id(WallEvent event) {
        return boot + "-" + event.sequence();
    }

    private Optional<List<WallEvent>> missed(String lastEventId) {
        String prefix = boot + "-";
        if (!lastEventId.startsWith(prefix) || !lastEventId.matches(".*-\\d{1,18}")) {
            return Optional.empty();
        }
        return log.after(Long.parseLong(lastEventId.substring(prefix.length())));
    }

    /**
     * The state as events. Only the last one has a number, that of the last event: a browser cut off before it asks for
     * the whole again, and what comes later is new to it.
     */
    private List<WallEvent> whole() {
        Snapshot snapshot = new Snapshot();
        snapshot.add("hello", false, Messages.Hello.of(settings, startedAt, TICK.toMillis()));
        cameras.values().forEach(camera -> snapshot.add("history", false, camera.history()));
        anomalies.forEach(preview -> snapshot.add("anomaly", true, preview));
        cameras.values().forEach(camera -> camera.latest().ifPresent(p -> snapshot.add("preview", true, p)));
        wafers.wafers().forEach(wafer -> snapshot.add("wafer", true, wafer));
        wafers.patterns().forEach(pattern -> snapshot.add("pattern", false, pattern));
        snapshot.add("count", false, Messages.Count.of(counters, imagesPerSecond));
        return snapshot.endingAt(log.last());
    }

    private static final class Snapshot {
        private final List<WallEvent> events = new ArrayList<>();

        void add(String type, boolean picture, Object message) {
            String slot = "snapshot " + events.size();
            events.add(new WallEvent(WallEvent.UNNUMBERED, type, slot, picture, Messages.json(message)));
        }

        List<WallEvent> endingAt(long sequence) {
            int last = events.size() - 1;
            events.set(last, events.get(last).numbered(sequence));
            return events;
        }
    }
}
