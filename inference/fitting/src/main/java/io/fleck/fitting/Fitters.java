package io.fleck.fitting;

import io.fleck.fitting.blend.BlendFitter;
import io.fleck.fitting.fit.FitException;
import io.fleck.fitting.fit.Fitter;
import io.fleck.fitting.gaussian.GaussianFitter;
import io.fleck.fitting.memory.MemoryFitter;
import java.util.List;
import java.util.stream.Stream;

/** The detectors that can be fitted: one line each. */
public final class Fitters {
    private static final List<Fitter> FITTERS = all(new GaussianFitter(), new MemoryFitter());

    private Fitters() {}

    /** Those that stand alone, and the blend of some of them. */
    private static List<Fitter> all(Fitter... alone) {
        return Stream.concat(Stream.of(alone), Stream.of(new BlendFitter(List.of(alone))))
                .toList();
    }

    /** All of them; the first is the default. */
    public static List<Fitter> all() {
        return FITTERS;
    }

    /**
     * The fitter of that name.
     *
     * @throws FitException when there is none; the message lists those there are
     */
    public static Fitter named(String name) {
        return FITTERS.stream()
                .filter(fitter -> fitter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new FitException("detector '" + name + "'; allowed are "
                        + FITTERS.stream().map(Fitter::name).toList()));
    }
}
