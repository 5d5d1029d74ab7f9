package io.fleck.fitting.memory;

import io.fleck.fitting.fit.Context;
import io.fleck.fitting.fit.Fitter;
import io.fleck.fitting.fit.Recipe;
import io.fleck.fitting.fit.SettingValues;
import java.util.List;
import java.util.Map;

/**
 * Nearest neighbours among remembered sites, after PatchCore (Roth et al., "Towards total recall in industrial anomaly
 * detection", CVPR 2022): any site of a good picture explains any site of another, so parts may lie at any place and angle.
 * Distances are smoothed, and every site gets some of its picture's mean distance: a picture that is slightly strange
 * all over is told from a good one with one slightly strange site.
 */
public final class MemoryFitter implements Fitter {
    static final String NAME = "memory";
    static final String BANK = "bank";
    static final String COMPONENTS = "components";
    static final String CANDIDATES = "candidates";
    static final String WHITENING = "whitening";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting(BANK, "2000", "sites that are remembered, from 1 to 50000"),
                new Setting(COMPONENTS, "150", "principal components a site at most, at least 1"),
                new Setting(WHITENING, "0", "of the components, from 0 (their own deviations) to 1 (all the same)"),
                new Setting(Context.SETTING, "1", Context.DESCRIPTION),
                new Setting(CANDIDATES, "20000", "sites that the remembered ones are chosen from, at least 1"));
    }

    @Override
    public Recipe configure(Map<String, String> given) {
        SettingValues values = new SettingValues(settings(), given);
        return new MemoryRecipe(
                values.whole(BANK, 1, 50_000),
                values.whole(COMPONENTS, 1, Integer.MAX_VALUE),
                values.whole(CANDIDATES, 1, Integer.MAX_VALUE),
                values.from(WHITENING, 0, 1),
                Context.of(values));
    }
}
