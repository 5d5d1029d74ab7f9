package io.fleck.stream.wall.live;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes to the browser of wafers: the contract with the page's scripts. */
final class WaferMessages {
    private WaferMessages() {}

    /** A wafer with its picture and verdict. */
    record Wafer(
            String id,
            String lot,
            String wafer,
            @Nullable Integer slot,
            String step,
            String product,
            String tool,
            long inspectedAt,
            String verdict,
            String signature,
            @Nullable Double confidence,
            @Nullable Double pValue,
            int defects,
            String model,
            ByteBuffer png) {
        static Wafer of(WaferSeen map, WaferVerdict verdict) {
            return new Wafer(
                    map.id(),
                    map.lot(),
                    map.wafer(),
                    map.slot(),
                    map.step(),
                    map.product(),
                    map.tool(),
                    map.inspectedAt(),
                    verdict.verdict().name(),
                    verdict.signature(),
                    verdict.confidence(),
                    verdict.pValue(),
                    verdict.defects(),
                    verdict.model(),
                    map.png().duplicate());
        }
    }

    /** A wafer of a pattern; without a picture where it came before the page's server began. */
    record Example(
            String id, String lot, String wafer, @Nullable ByteBuffer png) {
        static Example of(PatternSeen.Example example, Map<String, WaferSeen> maps) {
            WaferSeen map = maps.get(example.id());
            return new Example(
                    example.id(),
                    example.lot(),
                    example.wafer(),
                    map == null ? null : map.png().duplicate());
        }
    }

    /** A pattern with its wafers side by side. */
    record Pattern(
            String eventId,
            String product,
            String step,
            int count,
            long raisedAt,
            List<Example> examples,
            List<PatternSeen.Suspect> suspects) {
        static Pattern of(PatternSeen pattern, Map<String, WaferSeen> maps) {
            return new Pattern(
                    pattern.eventId(),
                    pattern.product(),
                    pattern.step(),
                    pattern.count(),
                    pattern.raisedAt(),
                    pattern.examples().stream()
                            .limit(WaferBoard.EXAMPLES)
                            .map(example -> Example.of(example, maps))
                            .toList(),
                    pattern.suspects());
        }
    }
}
