package io.fleck.stream.patterns;

import io.fleck.avro.ExampleWafer;
import io.fleck.avro.InspectionResult;
import io.fleck.avro.ModelReference;
import io.fleck.avro.NovelPattern;
import io.fleck.avro.Suspect;
import io.fleck.avro.WaferReference;
import io.fleck.core.wafer.cause.CauseSearch;
import io.fleck.core.wafer.cause.WaferHistory;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A pattern with its examples and what goes with it, as the record that others read. */
final class PatternRecords {
    static final int MOST_EXAMPLES = 12;
    private static final int MOST_SUSPECTS = 5;

    /** What chance gives more often than this is no hint. */
    private static final double CHANCE = 0.05;

    private PatternRecords() {}

    /**
     * The record of a pattern.
     *
     * @param history results of the product's wafers within the window, the pattern's among them
     */
    static NovelPattern of(
            ProductStep place,
            ModelReference model,
            io.fleck.core.wafer.pattern.NovelPattern found,
            List<InspectionResult> history,
            Instant now) {
        Set<String> members = new HashSet<>(found.wafers());
        return NovelPattern.newBuilder()
                .setEventId(found.id())
                .setProduct(place.product())
                .setStep(place.step())
                .setModel(model)
                .setCount((int) Math.min(Integer.MAX_VALUE, found.count()))
                .setMean(found.mean())
                .setPValue(found.pValue())
                .setFirstAt(found.first())
                .setLastAt(found.last())
                .setRaisedAt(now)
                .setExamples(history.stream()
                        .filter(result -> members.contains(result.getEventId()))
                        .limit(MOST_EXAMPLES)
                        .map(PatternRecords::example)
                        .toList())
                .setCompared(history.size())
                .setSuspects(suspects(found.id(), history, members))
                .build();
    }

    private static ExampleWafer example(InspectionResult result) {
        WaferReference wafer = wafer(result);
        return ExampleWafer.newBuilder()
                .setEventId(result.getEventId())
                .setInputId(result.getInputId())
                .setLot(result.getLot())
                .setWafer(wafer.getWafer())
                .setSlot(wafer.getSlot())
                .setTool(wafer.getTool())
                .setRecipe(wafer.getRecipe())
                .build();
    }

    /** The same pattern and wafers give the same suspects, also when they are read again after a crash. */
    private static List<Suspect> suspects(String id, List<InspectionResult> history, Set<String> members) {
        List<WaferHistory> wafers = history.stream()
                .map(result -> new WaferHistory(
                        result.getLot() == null ? "" : result.getLot(),
                        attributes(result),
                        members.contains(result.getEventId())))
                .toList();
        return new CauseSearch(CauseSearch.SHUFFLES, id.hashCode())
                .suspects(wafers).stream()
                        .filter(suspect -> suspect.pValue() <= CHANCE)
                        .limit(MOST_SUSPECTS)
                        .map(PatternRecords::suspect)
                        .toList();
    }

    private static Map<String, String> attributes(InspectionResult result) {
        WaferReference wafer = wafer(result);
        Map<String, String> attributes = new HashMap<>();
        attributes.put("tool", wafer.getTool());
        attributes.put("recipe", wafer.getRecipe());
        attributes.put("step", wafer.getStep());
        attributes.put("slot", wafer.getSlot() == null ? "" : wafer.getSlot().toString());
        return attributes;
    }

    private static Suspect suspect(io.fleck.core.wafer.cause.Suspect suspect) {
        return Suspect.newBuilder()
                .setValues(suspect.values())
                .setAffected(suspect.affected())
                .setWafers(suspect.wafers())
                .setScore(suspect.score())
                .setPValue(suspect.pValue())
                .build();
    }

    private static WaferReference wafer(InspectionResult result) {
        WaferReference wafer = result.getWafer();
        if (wafer == null) {
            throw new IllegalStateException("result " + result.getEventId() + " is not about a wafer");
        }
        return wafer;
    }
}
