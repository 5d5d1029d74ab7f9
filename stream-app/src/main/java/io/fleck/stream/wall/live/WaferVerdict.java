package io.fleck.stream.wall.live;

import io.fleck.avro.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What became of a wafer map.
 *
 * @param id of the map
 * @param verdict verdict
 * @param signature class; of a novel wafer the likest of the known ones; empty when no model ran
 * @param confidence probability of that class; null where an operator's name decided or no model ran
 * @param pValue how unlike known wafers it is; null when no model ran
 * @param defects defects of the list, or failed dies
 * @param model name of the model; empty when none ran
 */
public record WaferVerdict(
        String id,
        Verdict verdict,
        String signature,
        @Nullable Double confidence,
        @Nullable Double pValue,
        int defects,
        String model) {}
