package io.fleck.fitting.memory;

import io.fleck.fitting.backbone.Features;
import io.fleck.fitting.fit.Context;
import io.fleck.fitting.fit.Recipe;
import io.fleck.fitting.fit.SettingValues;
import io.fleck.fitting.fit.Trainer;
import io.fleck.fitting.parallel.Workers;
import java.util.List;
import java.util.Map;

/**
 * Settings of the memory.
 *
 * @param bank sites that are remembered M, at least 1
 * @param components principal components of a site at most K, at least 1
 * @param candidates sites that the remembered ones are chosen from, at least 1
 * @param whitening from 0 (components keep their deviations) to 1 (all get the same)
 * @param context part of a picture's mean distance that every site gets
 */
record MemoryRecipe(int bank, int components, int candidates, double whitening, Context context) implements Recipe {
    @Override
    public String detector() {
        return MemoryFitter.NAME;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                MemoryFitter.BANK,
                String.valueOf(bank),
                MemoryFitter.COMPONENTS,
                String.valueOf(components),
                MemoryFitter.CANDIDATES,
                String.valueOf(candidates),
                MemoryFitter.WHITENING,
                SettingValues.plain(whitening),
                Context.SETTING,
                context.text());
    }

    @Override
    public Trainer prepare(Features features, List<int[]> parts, Workers workers) {
        return new MemoryTrainer(this, features, parts, workers);
    }
}
