package io.fleck.fitting.command;

import io.fleck.cli.CommandException;
import io.fleck.fitting.Fitters;
import io.fleck.fitting.blend.BlendFitter;
import io.fleck.fitting.fit.FitException;
import io.fleck.fitting.fit.Fitter;
import io.fleck.fitting.fit.Recipe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which detector to fit, with which settings, as a picocli mixin. */
final class DetectorOptions {
    @Option(names = "--detector", paramLabel = "NAME", description = "What to fit (default: ${DEFAULT-VALUE}).")
    private String detector = Fitters.all().get(0).name();

    @Option(
            names = "--of",
            paramLabel = "NAMES",
            description = "Members of a blend, by comma (default: gaussian,memory).")
    private @Nullable String members;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of the detector; may be repeated. gaussian: subspace=pca or npca, components=150,"
                    + " explained=0.99 (npca leaves out), shrinkage=0.01, context=0, constants=float32 or float16. memory:"
                    + " bank=2000 (remembered sites), components=150, candidates=20000, whitening=0 (to 1), context=1."
                    + " blend: those of its members, as memory.bank=500.")
    private Map<String, String> settings = new LinkedHashMap<>();

    /** The recipe that was asked for. */
    Recipe recipe() {
        Fitter fitter = Fitters.named(detector);
        if (members != null) {
            requireBlend();
            settings.put(BlendFitter.OF, members);
        }
        List<String> known =
                fitter.settings().stream().map(Fitter.Setting::name).toList();
        settings.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new FitException("--set " + name + ": " + detector + " has no such setting, only " + known);
                });
        return fitter.configure(settings);
    }

    private void requireBlend() {
        if (!detector.equals(BlendFitter.NAME)) {
            throw CommandException.usage("--of is for --detector blend, not for " + detector);
        }
    }
}
