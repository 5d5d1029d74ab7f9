package io.fleck.fitting.blend;

import io.fleck.fitting.backbone.Features;
import io.fleck.fitting.fit.FittedDetector;
import io.fleck.fitting.fit.Recipe;
import io.fleck.fitting.fit.Trainer;
import io.fleck.fitting.parallel.Workers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Settings of a blend.
 *
 * @param of names of the members, by comma
 * @param members their recipes by the prefix of their settings, in that order
 */
record BlendRecipe(String of, Map<String, Recipe> members) implements Recipe {
    BlendRecipe {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    @Override
    public String detector() {
        return BlendFitter.NAME;
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(Map.of(BlendFitter.OF, of));
        members.forEach(
                (prefix, member) -> member.settings().forEach((name, value) -> settings.put(prefix + name, value)));
        return settings;
    }

    @Override
    public boolean ranks() {
        return true;
    }

    @Override
    public Trainer prepare(Features features, List<int[]> parts, Workers workers) {
        List<Trainer> trainers = members.values().stream()
                .map(member -> member.prepare(features, parts, workers))
                .toList();
        return chosen -> {
            List<FittedDetector> fitted = new ArrayList<>();
            for (Trainer trainer : trainers) {
                fitted.add(trainer.fit(chosen));
            }
            return BlendDetector.unranked(fitted);
        };
    }
}
