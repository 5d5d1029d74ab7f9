package io.fleck.fitting.blend;

import io.fleck.fitting.fit.FitException;
import io.fleck.fitting.fit.Fitter;
import io.fleck.fitting.fit.Recipe;
import io.fleck.fitting.fit.SettingValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several detectors on the same features. Their scores are made comparable by ranks among held-out good pictures, and a
 * site's score is the mean of its ranks.
 */
public final class BlendFitter implements Fitter {
    /** Name of the setting that lists the members. */
    public static final String OF = "of";

    /** Name on the command line. */
    public static final String NAME = "blend";

    private final List<Fitter> fitters;

    /**
     * A blend of some of these.
     *
     * @param fitters that can be members; the first two are without {@link #OF}
     */
    public BlendFitter(List<Fitter> fitters) {
        this.fitters = List.copyOf(fitters);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        settings.add(
                new Setting(OF, fitters.get(0).name() + "," + fitters.get(1).name(), "two or more, by comma"));
        for (Fitter fitter : fitters) {
            fitter.settings().forEach(setting -> settings.add(prefixed(fitter, setting)));
        }
        return List.copyOf(settings);
    }

    private static Setting prefixed(Fitter fitter, Setting setting) {
        return new Setting(prefix(fitter) + setting.name(), setting.defaultValue(), setting.description());
    }

    private static String prefix(Fitter fitter) {
        return fitter.name() + ".";
    }

    @Override
    public Recipe configure(Map<String, String> given) {
        List<String> names =
                List.of(new SettingValues(settings(), given).text(OF).split(",", -1));
        if (names.size() < 2 || names.stream().distinct().count() < names.size()) {
            throw new FitException(
                    OF + " '" + String.join(",", names) + "'; allowed are two or more of " + allowed() + ", each once");
        }
        Map<String, Recipe> members = new LinkedHashMap<>();
        for (String name : names) {
            Fitter fitter = member(name);
            members.put(prefix(fitter), fitter.configure(ofMember(given, prefix(fitter))));
        }
        return new BlendRecipe(String.join(",", names), members);
    }

    private Fitter member(String name) {
        return fitters.stream()
                .filter(fitter -> fitter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new FitException(OF + " '" + name + "'; allowed are " + allowed()));
    }

    private List<String> allowed() {
        return fitters.stream().map(Fitter::name).toList();
    }

    private static Map<String, String> ofMember(Map<String, String> given, String prefix) {
        Map<String, String> own = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                own.put(name.substring(prefix.length()), value);
            }
        });
        return own;
    }
}
