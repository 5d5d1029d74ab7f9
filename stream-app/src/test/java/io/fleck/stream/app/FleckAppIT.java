package io.fleck.stream.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fleck.avro.AnomalyEvent;
import io.fleck.avro.AnomalyMask;
import io.fleck.avro.FrameFormat;
import io.fleck.avro.FramePreview;
import io.fleck.avro.InspectionResult;
import io.fleck.avro.Verdict;
import io.fleck.cluster.ClusterOptions;
import io.fleck.cluster.LocalCluster;
import io.fleck.core.engine.EngineOptions;
import io.fleck.core.engine.Engines;
import io.fleck.core.image.EncodedImage;
import io.fleck.core.image.PixelFormat;
import io.fleck.core.inspect.Inspector;
import io.fleck.core.model.ModelPackage;
import io.fleck.stream.config.ConfigurationException;
import io.fleck.stream.config.FleckConfig;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.TopicsException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FleckAppIT {
    private static final int FRAMES = 12;

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // started before all tests
    private static LocalCluster cluster;

    @SuppressWarnings("NullAway.Init") // written before all tests
    private static ModelPackage model;

    @BeforeAll
    static void start() {
        cluster = LocalCluster.start(ClusterOptions.defaults());
        model = BrightnessModel.write(folder.resolve("model"));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static byte[] picture(int number) {
        return number % 2 == 0 ? Pictures.jpeg(number, anomalous(number)) : Pictures.png(number, anomalous(number));
    }

    private static boolean anomalous(int number) {
        return number % 3 == 0;
    }

    private static void sendFrames(Line line, int from, int to) {
        for (int number = from; number < to; number++) {
            FrameFormat format = number % 2 == 0 ? FrameFormat.JPEG : FrameFormat.PNG;
            line.send(Line.frame("cam-" + number % 4, number, format, picture(number))
                    .build());
        }
    }

    private static List<InspectionResult> results(Line line, int count) {
        List<InspectionResult> results = line.decode(InspectionResult.class, line.await(Topic.RESULTS, count));
        results.sort(Comparator.comparingLong(InspectionResult::getSequence));
        return results;
    }

    private static HttpResponse<String> get(FleckApp app, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + app.adminPort() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    @Test
    void shouldGiveTheScoresOfTheInspectorItself() throws Exception {
        try (Line line = new Line(cluster, "scores", folder);
                FleckApp app = line.start(line.settings());
                Inspector inspector = Inspector.open(model, Engines.select("onnxruntime"), EngineOptions.DEFAULT)) {
            sendFrames(line, 0, FRAMES);
            List<InspectionResult> results = results(line, FRAMES);
            assertThat(results).hasSize(FRAMES);
            for (InspectionResult result : results) {
                int number = Math.toIntExact(result.getSequence());
                PixelFormat format = number % 2 == 0 ? PixelFormat.JPEG : PixelFormat.PNG;
                double direct = inspector
                        .inspect(EncodedImage.file(format, ByteBuffer.wrap(picture(number))), inspector.settings())
                        .score();
                assertThat(result.getScore()).as("score of frame %s", number).isCloseTo(direct, within(1e-6));
                assertThat(result.getVerdict())
                        .as("verdict of frame %s", number)
                        .isEqualTo(anomalous(number) ? Verdict.ANOMALY : Verdict.OK);
            }
            assertThat(app.notReady()).isEmpty();
        }
    }

    @Test
    void shouldNameTheStateDirectoryThatCannotBeUsed() throws Exception {
        Path file = Files.writeString(folder.resolve("no-folder"), "");
        try (Line line = new Line(cluster, "state", folder)) {
            Map<String, String> settings = line.settings();
            settings.put("state.dir", file.resolve("state").toString());
            FleckConfig config = FleckConfig.of(settings, folder);
            assertThatThrownBy(() -> FleckApp.start(config))
                    .isInstanceOf(AppException.class)
                    .hasMessageStartingWith("state.dir=" + file.resolve("state") + " cannot be used: ");
        }
    }

    @Test
    void shouldGiveAnEventAndAMaskForEveryAnomalyAndAPreviewBeside() throws Exception {
        try (Line line = new Line(cluster, "masks", folder);
                FleckApp app = line.start(line.settings())) {
            sendFrames(line, 0, FRAMES);
            results(line, FRAMES);
            List<AnomalyEvent> events = line.decode(AnomalyEvent.class, line.await(Topic.ANOMALIES, FRAMES / 3));
            List<AnomalyMask> masks = line.decode(AnomalyMask.class, line.await(Topic.MASKS, FRAMES / 3));
            assertThat(events)
                    .hasSize(FRAMES / 3)
                    .allSatisfy(event -> assertThat(event.getRegions()).isNotEmpty());
            assertThat(masks)
                    .extracting(AnomalyMask::getEventId)
                    .containsExactlyInAnyOrderElementsOf(
                            events.stream().map(AnomalyEvent::getMaskId).toList());
            assertThat(masks).allSatisfy(mask -> {
                assertThat(mask.getRuns().stream().mapToInt(Integer::intValue).sum())
                        .as("runs cover the frame")
                        .isEqualTo(Pictures.WIDTH * Pictures.HEIGHT);
                assertThat(mask.getRuns()).as("some of it is inside").hasSizeGreaterThan(1);
            });
            List<FramePreview> previews = line.decode(FramePreview.class, line.await(Topic.PREVIEWS, 1));
            assertThat(previews.get(0).getStation()).isEqualTo("press");
            assertThat(previews.get(0).getMapWidth()).isEqualTo(8);
            assertThat(app.notReady()).isEmpty();
        }
    }

    @Test
    void shouldShowMetricsAndHealth() throws Exception {
        try (Line line = new Line(cluster, "metrics", folder);
                FleckApp app = line.start(line.settings())) {
            sendFrames(line, 0, 3);
            results(line, 3);
            assertThat(get(app, "/readyz").body()).isEqualTo("ok\n");
            assertThat(get(app, "/livez").statusCode()).isEqualTo(200);
            assertThat(get(app, "/metrics").body())
                    .contains("fleck_received_total 3.0")
                    .contains("fleck_results_total{verdict=\"OK\",} 2.0")
                    .contains("fleck_in_flight 0.0")
                    .contains("fleck_model_info{name=\"brightness\",version=\"1\",digest=\""
                            + model.manifest().graphSha256())
                    .contains("fleck_stage_seconds_count{stage=\"infer\",} 3.0")
                    .contains("kafka_stream_thread_")
                    .contains("jvm_memory");
        }
    }

    @Test
    void shouldGoOnWhereItStoppedAndGiveEachFrameOneResult() throws Exception {
        try (Line line = new Line(cluster, "restart", folder)) {
            try (FleckApp app = line.start(line.settings())) {
                sendFrames(line, 0, FRAMES);
                results(line, FRAMES / 2);
                assertThat(app.failure()).isEmpty();
            }
            sendFrames(line, FRAMES, 2 * FRAMES);
            try (FleckApp app = line.start(line.settings())) {
                List<InspectionResult> results = results(line, 2 * FRAMES);
                assertThat(results)
                        .as("each frame once, none left out")
                        .extracting(InspectionResult::getSequence)
                        .doesNotHaveDuplicates()
                        .hasSize(2 * FRAMES);
                assertThat(app.failure()).isEmpty();
            }
        }
    }

    @Test
    void shouldAlsoRunWhereTheBrokerAssignsTheTasks() throws Exception {
        try (Line line = new Line(cluster, "protocol", folder)) {
            Map<String, String> settings = line.settings();
            settings.put("kafka.group.protocol", "streams");
            settings.put("processing.guarantee", "at_least_once");
            try (FleckApp app = line.start(settings)) {
                sendFrames(line, 0, 4);
                assertThat(results(line, 4)).hasSize(4);
                assertThat(app.failure()).isEmpty();
            }
        }
    }

    @Test
    void shouldTakeEachStationsOwnThresholdAndRegion() throws Exception {
        try (Line line = new Line(cluster, "stations", folder)) {
            Map<String, String> settings = line.settings();
            settings.put("stations.strict.model", "brightness");
            settings.put("stations.strict.threshold", "50");
            settings.put("stations.certified.model", "brightness");
            settings.put("stations.certified.false-alarm-rate", "0.01");
            settings.put("stations.corner.model", "brightness");
            settings.put("stations.corner.region-of-interest", "0,0,40,16");
            byte[] spot = Pictures.png(1, true);
            List<String> stations = List.of("strict", "certified", "corner", "press");
            try (FleckApp app = line.start(settings)) {
                for (int i = 0; i < stations.size(); i++) {
                    line.send(Line.frame("cam", i, FrameFormat.PNG, spot)
                            .setStation(stations.get(i))
                            .build());
                }
                List<InspectionResult> results = results(line, stations.size());
                assertThat(results)
                        .extracting(InspectionResult::getThreshold)
                        .containsExactly(50.0, 198.0, 180.0, 180.0);
                assertThat(results)
                        .as("the spot lies outside of the corner")
                        .extracting(InspectionResult::getVerdict)
                        .containsExactly(Verdict.ANOMALY, Verdict.ANOMALY, Verdict.OK, Verdict.ANOMALY);
                assertThat(app.failure()).isEmpty();
            }
        }
    }

    @Test
    void shouldNameTheTopicsAndSchemasThatAreMissingAndCreateNothingUnasked() {
        try (Line line = new Line(cluster, "missing", folder)) {
            Map<String, String> settings = line.settings();
            settings.put("schemas.register", "false");
            assertThatThrownBy(() -> FleckApp.start(FleckConfig.of(settings, folder)))
                    .isInstanceOf(TopicsException.class)
                    .hasMessageContaining("missing.inspection.frames-value");
            settings.put("schemas.register", "true");
            settings.put("topics.create", "false");
            assertThatThrownBy(() -> FleckApp.start(FleckConfig.of(settings, folder)))
                    .isInstanceOf(TopicsException.class)
                    .hasMessageContaining("missing.inspection.frames")
                    .hasMessageContaining("missing.inspection.dead-letters");
        }
    }

    @Test
    void shouldSayThatARateCannotBeCertified() {
        try (Line line = new Line(cluster, "rates", folder)) {
            Map<String, String> settings = line.settings();
            settings.put("stations.default.false-alarm-rate", "0.001");
            assertThatThrownBy(() -> FleckApp.start(FleckConfig.of(settings, folder)))
                    .isInstanceOf(AppException.class)
                    .hasMessageContaining("station default")
                    .hasMessageContaining("999");
        }
    }

    @Test
    void shouldAskForAModelAndAStation() {
        try (Line line = new Line(cluster, "empty", folder)) {
            Map<String, String> settings = line.settings();
            settings.remove("stations.default.model");
            assertThatThrownBy(() -> FleckApp.start(FleckConfig.of(settings, folder)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("no station is configured");
        }
    }
}
