package io.fleck.stream.lots;

import io.fleck.avro.InspectionResult;
import io.fleck.avro.LotSummary;
import io.fleck.avro.Verdict;
import io.fleck.avro.WaferReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds a wafer's result to what is known of its lot. */
final class LotSum {
    private static final int MOST_AFFECTED = 200;

    private LotSum() {}

    /**
     * The sum with one more wafer.
     *
     * @param before the sum so far; null for the first wafer
     * @param now time of this application, which the end of a lot is measured by
     */
    static LotSummary with(@Nullable LotSummary before, InspectionResult result, WaferReference wafer, Instant now) {
        LotSummary.Builder sum = before == null ? first(result, wafer, now) : LotSummary.newBuilder(before);
        boolean known = result.getVerdict() == Verdict.OK || result.getVerdict() == Verdict.ANOMALY;
        return sum.setWafers(sum.getWafers() + 1)
                .setDefects(sum.getDefects() + wafer.getDefects())
                .setVerdicts(counted(sum.getVerdicts(), result.getVerdict().name()))
                .setClasses(known ? counted(sum.getClasses(), result.getDefectClass()) : sum.getClasses())
                .setAffected(
                        result.getVerdict() == Verdict.OK
                                ? sum.getAffected()
                                : added(sum.getAffected(), wafer.getWafer()))
                .setLastAt(now)
                .setClosedAt(now)
                .build();
    }

    private static LotSummary.Builder first(InspectionResult result, WaferReference wafer, Instant now) {
        return LotSummary.newBuilder()
                .setLot(result.getLot())
                .setStep(wafer.getStep())
                .setProduct(wafer.getProduct())
                .setWafers(0)
                .setDefects(0)
                .setVerdicts(Map.of())
                .setClasses(Map.of())
                .setAffected(List.of())
                .setFirstAt(now);
    }

    private static Map<String, Integer> counted(Map<String, Integer> counts, @Nullable String name) {
        Map<String, Integer> more = new HashMap<>(counts);
        if (name != null) {
            more.merge(name, 1, Integer::sum);
        }
        return more;
    }

    /** A lot has 25 wafers; what calls itself one lot and is not shall not outgrow its record. */
    private static List<String> added(List<String> wafers, String wafer) {
        if (wafers.size() >= MOST_AFFECTED) {
            return wafers;
        }
        List<String> more = new ArrayList<>(wafers);
        more.add(wafer);
        return more;
    }
}
