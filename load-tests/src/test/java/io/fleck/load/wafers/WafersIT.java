package io.fleck.load.wafers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.avro.InspectionResult;
import io.fleck.avro.NovelPattern;
import io.fleck.avro.Verdict;
import io.fleck.avro.WaferClass;
import io.fleck.cli.Fleck;
import io.fleck.cluster.ClusterOptions;
import io.fleck.cluster.LocalCluster;
import io.fleck.cluster.broker.Ports;
import io.fleck.core.engine.Engines;
import io.fleck.load.process.AppProcess;
import io.fleck.load.process.Children;
import io.fleck.load.process.Launch;
import io.fleck.load.wafers.MadeWafers.Shows;
import io.fleck.stream.reconcile.OutcomeReader;
import io.fleck.stream.reconcile.Outcomes;
import io.fleck.stream.topics.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * 500 wafers with a pattern that the model does not know, through a real broker and two instances of the application: told
 * once, named, and known by its name from then on, also by instances that were killed and started again.
 */
@Timeout(600)
final class WafersIT {
    private static final int LOTS = 20;
    private static final int WAFERS = 25;
    private static final long LOOK_MILLIS = 250;

    /** The planted pattern comes from tool T3 alone. */
    private static final String GUILTY = "T3";

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // started before all tests
    private static LocalCluster cluster;

    @SuppressWarnings("NullAway.Init") // opened before all tests
    private static Children children;

    private final MadeWafers wafers = new MadeWafers(42);

    @BeforeAll
    static void start() {
        cluster = LocalCluster.start(ClusterOptions.defaults());
        children = Children.none();
        ZoneModel.write(folder.resolve("model"), Engines.select("onnxruntime"));
    }

    @AfterAll
    static void stop() {
        children.close();
        cluster.close();
    }

    private static AppProcess launch(WaferLine line, String instance, int port) throws IOException {
        Path log = folder.resolve(instance + ".log");
        return AppProcess.start(
                new Launch(List.of(), Fleck.class.getName(), line.configuration(instance, port), port, log), children);
    }

    private static void await(String what, AppProcess app, Callable<Boolean> condition) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        long deadline = System.nanoTime() + WaferLine.LIMIT.toNanos();
        while (!condition.call()) {
            assertThat(app.running())
                    .as("the application runs; it said %s", app.lastWords(5))
                    .isTrue();
            assertThat(System.nanoTime()).as("%s in time", what).isLessThan(deadline);
            assertThat(never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    private static void awaitReady(AppProcess app) throws Exception {
        await("ready", app, app::ready);
    }

    private static void awaitName(AppProcess app) throws Exception {
        await(
                "the name is known",
                app,
                () -> app.metrics()
                        .filter(text -> text.contains("fleck_named_classes_total{outcome=\"applied\",} "))
                        .isPresent());
    }

    /** Lots of 25 wafers from four tools; one in fifty, all from one tool, shows a ring. */
    private void sendLots(WaferLine line) {
        for (int lot = 0; lot < LOTS; lot++) {
            for (int slot = 1; slot <= WAFERS; slot++) {
                boolean ring = lot % 2 == 1 && slot % WAFERS == lot;
                Shows shows = ring ? Shows.RING : slot % 5 == 0 ? Shows.CENTER : Shows.NONE;
                var unused = line.send(WaferLine.wafer("L" + lot, slot, wafers.next(shows))
                        .setTool(ring ? GUILTY : "T" + (slot % 4 + 1))
                        .build());
            }
        }
        line.flush();
    }

    private void sendRing(WaferLine line, String lot, int slot) {
        var unused = line.send(WaferLine.wafer(lot, slot, wafers.next(Shows.RING))
                .setTool(GUILTY)
                .build());
        line.flush();
    }

    @Test
    void shouldTellAPlantedPatternOnceAndKnowItByItsNameThroughKills() throws Exception {
        try (WaferLine line = new WaferLine(cluster, "wafers", folder);
                Ports ports = new Ports()) {
            int[] port = {ports.any(), ports.any()};
            AppProcess one = launch(line, "one", port[0]);
            AppProcess two = launch(line, "two", port[1]);
            awaitReady(one);
            awaitReady(two);
            sendLots(line);

            NovelPattern pattern = line.await(Topic.NOVEL_PATTERNS, NovelPattern.class, patterns -> !patterns.isEmpty())
                    .get(0);
            assertThat(pattern.getCount()).isGreaterThanOrEqualTo(5);
            assertThat(pattern.getExamples())
                    .hasSizeGreaterThanOrEqualTo(5)
                    .allSatisfy(example -> assertThat(example.getTool()).isEqualTo(GUILTY));
            line.await(Topic.RESULTS, InspectionResult.class, results -> results.size() >= LOTS * WAFERS);

            line.name(pattern.getEventId(), "Ring");
            line.await(Topic.WAFER_CLASSES, WaferClass.class, classes -> !classes.isEmpty());
            awaitName(one);
            awaitName(two);
            sendRing(line, "N1", 1);
            assertNamed(line.awaitResult("N1", 1));

            one.kill();
            sendRing(line, "N2", 1);
            assertNamed(line.awaitResult("N2", 1));
            AppProcess again = launch(line, "one", port[0]);
            awaitReady(again);
            two.kill();
            for (int slot = 1; slot <= 4; slot++) {
                sendRing(line, "N" + (2 + slot), slot);
                assertNamed(line.awaitResult("N" + (2 + slot), slot));
            }
            again.terminate();
            assertThat(again.awaitEnd(WaferLine.LIMIT)).as("ends on SIGTERM").isTrue();
            assertThat(line.read(Topic.NOVEL_PATTERNS, NovelPattern.class))
                    .as("one pattern, told once")
                    .hasSize(1);
            assertExactlyOneResultEach(line);
        }
    }

    private static void assertNamed(InspectionResult result) {
        assertThat(result.getDefectClass())
                .as("class of %s at %s", result.getInputId(), result.getEmbedding())
                .isEqualTo("Ring");
        assertThat(result.getVerdict()).isEqualTo(Verdict.ANOMALY);
    }

    private static void assertExactlyOneResultEach(WaferLine line) {
        try (OutcomeReader reader =
                OutcomeReader.open(Map.of("bootstrap.servers", cluster.bootstrapServers()), line.topics, line.codec)) {
            Outcomes outcomes = reader.readToEnd();
            assertThat(outcomes.inputs()).as("inputs with an outcome").isEqualTo(line.sent());
            assertThat(outcomes.duplicated()).as("outcomes beyond the first").isZero();
        }
        Map<String, List<Integer>> slots = new HashMap<>();
        for (InspectionResult result : line.read(Topic.RESULTS, InspectionResult.class)) {
            slots.computeIfAbsent(result.getLot(), lot -> new ArrayList<>())
                    .add(result.getWafer().getSlot());
        }
        assertThat(slots).hasSizeGreaterThanOrEqualTo(LOTS);
        slots.forEach(
                (lot, order) -> assertThat(order).as("order of lot %s", lot).isSorted());
    }

    /** Killed in the middle of a burst: every wafer map has exactly one outcome all the same. */
    @Test
    void shouldGiveEveryWaferExactlyOneOutcomeThroughAKill() throws Exception {
        try (WaferLine line = new WaferLine(cluster, "killed", folder);
                Ports ports = new Ports()) {
            int port = ports.any();
            AppProcess app = launch(line, "killed", port);
            awaitReady(app);
            for (int lot = 0; lot < 12; lot++) {
                sendLot(line, "A" + lot);
            }
            line.flush();
            line.await(Topic.RESULTS, InspectionResult.class, results -> results.size() >= 40);
            for (int lot = 0; lot < 12; lot++) {
                sendLot(line, "B" + lot);
            }
            line.flush();
            app.kill();
            AppProcess again = launch(line, "killed", port);
            awaitReady(again);
            awaitOutcomes(line);
            again.terminate();
            assertThat(again.awaitEnd(WaferLine.LIMIT)).as("ends on SIGTERM").isTrue();
            assertExactlyOneResultEach(line);
        }
    }

    private void sendLot(WaferLine line, String lot) {
        for (int slot = 1; slot <= WAFERS; slot++) {
            var unused = line.send(WaferLine.wafer(lot, slot, wafers.next(Shows.NONE))
                    .setTool("T1")
                    .build());
        }
        var unused = line.sendPoison(lot + "/poison");
    }

    private static void awaitOutcomes(WaferLine line) {
        try (OutcomeReader reader =
                OutcomeReader.open(Map.of("bootstrap.servers", cluster.bootstrapServers()), line.topics, line.codec)) {
            Outcomes outcomes = reader.awaitInputs(line.sent(), Duration.ofMinutes(2));
            assertThat(outcomes.inputs()).as("inputs with an outcome").isEqualTo(line.sent());
        }
    }
}
