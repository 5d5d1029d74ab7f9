package io.fleck.stream.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.avro.WaferClass;
import io.fleck.core.model.PatternSettings;
import io.fleck.core.model.WaferSettings;
import io.fleck.core.wafer.pattern.LatentSpace;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.RegistrySettings;
import io.fleck.serdes.RegistryUnavailableException;
import io.fleck.stream.metrics.InspectionMetrics;
import io.prometheus.client.CollectorRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class WaferClassesTest {
    private static final String MODEL = "ab".repeat(32);
    private static final float[] THERE = {0, 20};
    private final CollectorRegistry registry = new CollectorRegistry();
    private final Map<String, WaferClass> records = new HashMap<>();
    private int away;
    private final WaferClasses classes = new WaferClasses(
            Map.of(MODEL, space()), this::decode, new InspectionMetrics(registry), Duration.ofMillis(1));

    /** Class none around the origin, the one known. */
    private static LatentSpace space() {
        SplittableRandom random = new SplittableRandom(1);
        List<List<Double>> known = new ArrayList<>();
        List<Double> scores = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            known.add(List.of(random.nextGaussian(), random.nextGaussian()));
            scores.add((double) i);
        }
        PatternSettings patterns = new PatternSettings(
                List.of(0.0, 0.0),
                List.of(List.of(1.0, 0.0), List.of(0.0, 1.0)),
                2.45,
                Map.of("none", List.of(0.0, 0.0)),
                Map.of("none", known),
                List.of());
        WaferSettings settings = new WaferSettings(
                        List.of("none", "other"), 48, 1, 0.05, List.of(List.of(1.0)), Map.of("none", scores))
                .withPatterns(patterns);
        return LatentSpace.of(settings).orElseThrow();
    }

    private WaferClass decode(byte[] value) {
        if (away > 0) {
            away--;
            throw outage();
        }
        WaferClass record = records.get(new String(value, StandardCharsets.UTF_8));
        if (record == null) {
            throw new IllegalArgumentException("no class");
        }
        return record;
    }

    private static RegistryUnavailableException outage() {
        try (AvroCodec nowhere = AvroCodec.of(RegistrySettings.at("http://127.0.0.1:1"))) {
            nowhere.decoder(WaferClass.class).decode("classes", new byte[] {0, 0, 0, 0, 1, 2, 3});
            throw new AssertionError("there is no registry at port 1");
        } catch (RegistryUnavailableException e) {
            return e;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void put(String key, WaferClass record) {
        String value = "value-" + records.size();
        records.put(value, record);
        classes.update(bytes(key), bytes(value), records.size());
    }

    private static WaferClass named(String name, String model, Float... mean) {
        return WaferClass.newBuilder()
                .setName(name)
                .setMean(List.of(mean))
                .setCount(6)
                .setModelDigest(model)
                .setNamedAt(Instant.EPOCH)
                .build();
    }

    private double count(String outcome) {
        Double value =
                registry.getSampleValue("fleck_named_classes_total", new String[] {"outcome"}, new String[] {outcome});
        return value == null ? 0 : value;
    }

    @Test
    void shouldNameWafersFromThenOnUntilTheNameIsRemoved() {
        assertThat(classes.find(MODEL, "none", THERE)).isEmpty();
        put("Ring", named("Ring", MODEL, 0f, 20f));
        assertThat(classes.find(MODEL, "none", THERE)).contains("Ring");
        assertThat(classes.find(MODEL, "none", new float[] {0, 0}))
                .as("a wafer of a known class")
                .isEmpty();
        assertThat(classes.pattern("Ring", MODEL).orElseThrow().count()).isEqualTo(6);
        classes.update(bytes("Ring"), null, 9);
        assertThat(classes.find(MODEL, "none", THERE)).isEmpty();
        assertThat(count("applied")).isEqualTo(1);
        assertThat(count("removed")).isEqualTo(1);
    }

    @Test
    void shouldLeaveTheNamesOfAnotherModelAlone() {
        put("Ring", named("Ring", "cd".repeat(32), 0f, 20f, 5f));
        assertThat(classes.find(MODEL, "none", THERE)).isEmpty();
        assertThat(classes.find("cd".repeat(32), "none", THERE)).isEmpty();
        assertThat(classes.pattern("Ring", MODEL)).isEmpty();
        assertThat(count("waiting")).isEqualTo(1);
    }

    @Test
    void shouldGoOnWithWhatHeldWhereARecordCannotBeUsed() {
        put("Ring", named("Ring", MODEL, 0f, 20f));
        put("Ring", named("Another", MODEL, 0f, 20f));
        put("Ring", named("Ring", MODEL, 0f));
        classes.update(bytes("Ring"), bytes("unreadable"), 4);
        assertThat(count("ignored")).isEqualTo(3);
        assertThat(classes.find(MODEL, "none", THERE)).contains("Ring");
    }

    @Test
    void shouldWaitForTheRegistry() {
        away = 3;
        put("Ring", named("Ring", MODEL, 0f, 20f));
        assertThat(away).isZero();
        assertThat(classes.find(MODEL, "none", THERE)).contains("Ring");
    }

    @Test
    void shouldStopWaitingWhenClosed() {
        away = Integer.MAX_VALUE;
        classes.close();
        put("Ring", named("Ring", MODEL, 0f, 20f));
        assertThat(classes.find(MODEL, "none", THERE)).isEmpty();
    }
}
