package io.fleck.stream.wall.live;

import io.fleck.avro.Verdict;
import io.fleck.core.render.ImageFiles;
import io.fleck.core.render.WaferPicture;
import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.Defects;
import io.fleck.core.wafer.DieLayout;
import io.fleck.core.wafer.Notch;
import io.fleck.core.wafer.WaferGeometry;
import io.fleck.core.wafer.WaferIdentity;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Wafers that feed a page without Kafka. */
final class FakeWafers {
    private static final double RADIUS = 150_000;

    private FakeWafers() {}

    static WaferSeen map(int number) {
        return new WaferSeen(
                id(number), "L1", wafer(number), number, "M3", "P28", "CMP-2/C", 1_700_000_000_000L, picture(number));
    }

    static String id(int number) {
        return "map-%03d".formatted(number);
    }

    private static String wafer(int number) {
        return "%02d".formatted(number);
    }

    static WaferVerdict verdict(int number, Verdict verdict, String signature) {
        return new WaferVerdict(
                id(number), verdict, signature, 0.98, verdict == Verdict.NOVEL ? 0.002 : 0.61, 120, "m");
    }

    /** A ring of defects. */
    private static ByteBuffer picture(int number) {
        SplittableRandom random = new SplittableRandom(number);
        float[] x = new float[120];
        float[] y = new float[120];
        for (int i = 0; i < x.length; i++) {
            double angle = random.nextDouble(2 * Math.PI);
            double distance = RADIUS * (0.5 + 0.05 * random.nextGaussian());
            x[i] = (float) (distance * Math.cos(angle));
            y[i] = (float) (distance * Math.sin(angle));
        }
        WaferGeometry geometry = new WaferGeometry(300, new DieLayout(10_000, 10_000, -5_000, -5_000), Notch.DOWN);
        DefectMap map = new DefectMap(WaferIdentity.of("L1", wafer(number)), geometry, Defects.at(x, y), null);
        return ByteBuffer.wrap(ImageFiles.png(WaferPicture.of(map, 480)));
    }

    static PatternSeen pattern(String eventId, int... wafers) {
        return new PatternSeen(
                eventId,
                "P28",
                "M3",
                wafers.length,
                1_700_000_000_000L,
                IntStream.of(wafers)
                        .mapToObj(number -> new PatternSeen.Example(id(number), "L1", wafer(number)))
                        .toList(),
                List.of(new PatternSeen.Suspect(Map.of("tool", "CMP-2/C"), 0.005)));
    }
}
