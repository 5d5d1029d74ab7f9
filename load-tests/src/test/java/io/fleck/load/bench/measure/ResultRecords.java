package io.fleck.load.bench.measure;

import io.fleck.avro.InspectionResult;
import io.fleck.avro.SourceRecord;
import io.fleck.avro.StageTimings;
import io.fleck.avro.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Results as an application writes them. */
public final class ResultRecords {
    private ResultRecords() {}

    /** A frame due and inspected at these microseconds: 1 ms queued, 2 ms decoded, never batched, 3 ms after. */
    public static InspectionResult inspected(long dueMicros, long inspectedMicros, long inferMicros) {
        return InspectionResult.newBuilder()
                .setEventId("event")
                .setInputId("input")
                .setSource(new SourceRecord("frames", 0, 0L))
                .setCapturedAt(at(dueMicros))
                .setInspectedAt(at(inspectedMicros))
                .setVerdict(Verdict.OK)
                .setTimings(new StageTimings(1_000L, 2_000L, -1L, inferMicros, 3_000L))
                .build();
    }

    private static Instant at(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
