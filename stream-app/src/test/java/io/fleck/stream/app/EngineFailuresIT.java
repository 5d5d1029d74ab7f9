package io.fleck.stream.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.avro.FrameFormat;
import io.fleck.cluster.ClusterOptions;
import io.fleck.cluster.LocalCluster;
import io.fleck.core.engine.InferenceException;
import io.fleck.core.engine.TensorBatch;
import io.fleck.stream.Eventually;
import io.fleck.stream.reconcile.OutcomeReader;
import io.fleck.stream.reconcile.Outcomes;
import io.fleck.stream.topics.Topic;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an engine may do wrong, over a real broker: no frame is lost, and none is blamed for it. */
@Timeout(240)
final class EngineFailuresIT {
    private static final int FRAMES = 60;
    private static final int SIDE = 64;
    private static final int THREADS = 2;
    private static final byte POISON = 77;

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // started before all tests
    private static LocalCluster cluster;

    @BeforeAll
    static void start() throws Exception {
        BrightnessModel.write(folder.resolve("model"));
        cluster = LocalCluster.start(ClusterOptions.defaults());
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @AfterEach
    void switchBack() {
        SwitchedEngine.beforeRun(batch -> {});
    }

    private static FleckApp startApp(Line line, String... keysAndValues) throws InterruptedException {
        Map<String, String> settings = line.settings();
        settings.put("engine.name", SwitchedEngine.NAME);
        settings.put("stream.threads", Integer.toString(THREADS));
        settings.put("outage.patience", "300ms");
        settings.put("outage.retry.longest", "100ms");
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return line.start(settings);
    }

    private static byte[] plain(int grey) {
        byte[] pixels = new byte[SIDE * SIDE];
        Arrays.fill(pixels, (byte) grey);
        return pixels;
    }

    private static void send(Line line, int number, int grey) {
        line.send(Line.frame("cam-" + number % 4, number, FrameFormat.Mono8, plain(grey))
                .setWidth(SIDE)
                .setHeight(SIDE)
                .build());
    }

    private static Outcomes outcomes(Line line, int inputs) {
        Map<String, String> settings = Map.of("bootstrap.servers", cluster.bootstrapServers());
        try (OutcomeReader reader = OutcomeReader.open(settings, line.topics(), line.codec)) {
            Outcomes unused = reader.awaitInputs(inputs, Line.LIMIT);
            return reader.readToEnd();
        }
    }

    private static double metric(FleckApp app, String name, String label, String value) {
        Double sample = app.metrics().getSampleValue(name, new String[] {label}, new String[] {value});
        return sample == null ? 0 : sample;
    }

    private static boolean holds(TensorBatch batch, byte grey) {
        for (int i = 0; i < batch.size(); i++) {
            if (batch.inputSlot("frames", i).get() == grey) {
                return true;
            }
        }
        return false;
    }

    @Test
    void shouldBlameNoFrameForAnEngineThatFailsNowAndThenAndOneThatIsPoison() throws Exception {
        Random random = new Random(3);
        SwitchedEngine.beforeRun(batch -> {
            synchronized (random) {
                if (random.nextInt(10) == 0) {
                    throw new InferenceException("a bad moment", null);
                }
            }
            if (holds(batch, POISON)) {
                throw new InferenceException("poison", null);
            }
        });
        try (Line line = new Line(cluster, "failures", folder);
                FleckApp app = startApp(line)) {
            for (int i = 0; i < FRAMES; i++) {
                send(line, i, i == 17 ? POISON : 100 + i);
            }
            Outcomes outcomes = outcomes(line, FRAMES);
            assertThat(outcomes.reconciles(FRAMES)).as("%s", outcomes).isTrue();
            assertThat(outcomes.deadLetters()).as("the poison alone").isEqualTo(1);
            assertThat(outcomes.reordered()).isZero();
            assertThat(metric(app, "fleck_dead_letters_total", "reason", "ENGINE_REFUSED"))
                    .isEqualTo(1);
        }
    }

    @Test
    void shouldPauseWhileTheEngineIsAwayAndRestartEachThreadOnceAtMost() throws Exception {
        AtomicBoolean away = new AtomicBoolean(true);
        AtomicInteger attempts = new AtomicInteger();
        SwitchedEngine.beforeRun(batch -> {
            if (away.get()) {
                attempts.incrementAndGet();
                throw new InferenceException("no device", null);
            }
        });
        try (Line line = new Line(cluster, "outage", folder);
                FleckApp app = startApp(line)) {
            for (int i = 0; i < FRAMES; i++) {
                send(line, i, 100 + i);
            }
            Eventually.holds(
                    "the stream is paused", () -> metric(app, "fleck_outages_total", "dependency", "engine") > 0);
            int before = attempts.get();
            Eventually.holds("the engine is asked again and again", () -> attempts.get() > before + 40);
            assertThat(app.notReady()).anySatisfy(reason -> assertThat(reason).contains("engine: away"));
            away.set(false);
            Outcomes outcomes = outcomes(line, FRAMES);
            assertThat(outcomes.reconciles(FRAMES)).as("%s", outcomes).isTrue();
            assertThat(outcomes.deadLetters()).isZero();
            assertThat(metric(app, "fleck_thread_replacements_total", "cause", "outage"))
                    .as("threads that gave their frames back")
                    .isBetween(1.0, (double) THREADS);
            assertThat(metric(app, "fleck_thread_replacements_total", "cause", "failure"))
                    .isZero();
        }
    }

    @Test
    void shouldSurviveOneRunThatHangs() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        AtomicBoolean first = new AtomicBoolean(true);
        SwitchedEngine.beforeRun(batch -> {
            if (first.compareAndSet(true, false)) {
                await(release);
            }
        });
        try (Line line = new Line(cluster, "hang", folder);
                FleckApp app = startApp(line, "engine.timeout", "500ms")) {
            for (int i = 0; i < FRAMES; i++) {
                send(line, i, 100 + i);
            }
            Outcomes outcomes = outcomes(line, FRAMES);
            assertThat(outcomes.reconciles(FRAMES)).as("%s", outcomes).isTrue();
            assertThat(outcomes.deadLetters()).isZero();
            assertThat(metric(app, "fleck_engine_hangs_total", "model", "brightness"))
                    .isEqualTo(1);
            assertThat(app.failure()).isEmpty();
        } finally {
            release.countDown();
        }
    }

    @Test
    void shouldEndOnceASecondRunHangsAndLoseNothing() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        SwitchedEngine.beforeRun(batch -> await(release));
        try (Line line = new Line(cluster, "hangs", folder)) {
            try (FleckApp app = startApp(line, "engine.timeout", "200ms", "shutdown.timeout", "5s")) {
                send(line, 0, 100);
                app.awaitEnd();
                assertThat(app.failure()).get().isInstanceOf(EngineHungException.class);
            }
            assertThat(line.read(Topic.RESULTS)).isEmpty();
            assertThat(line.read(Topic.DEAD_LETTERS)).isEmpty();
            release.countDown();
            try (FleckApp app = startApp(line)) {
                assertThat(outcomes(line, 1).results()).isEqualTo(1);
                assertThat(app.failure()).isEmpty();
            }
        } finally {
            release.countDown();
        }
    }

    private static void await(CountDownLatch release) {
        try {
            boolean unused = release.await(200, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
