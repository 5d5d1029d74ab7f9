package io.fleck.load.guarantee;

import io.fleck.stream.config.StreamConfig;
import java.util.List;
import java.util.Optional;

/** Which promises hold under which setting of {@code processing.guarantee}. */
public final class Guarantees {
    private static final List<Guarantee> EXACTLY_ONCE =
            List.of(new NoLoss(), new NoDuplicate(), new OrderPerCamera(), new Reconciled(), new OnlyPoisonDies());
    private static final List<Guarantee> AT_LEAST_ONCE = List.of(new NoLoss(), new OnlyPoisonDies());

    private Guarantees() {}

    /** The promises that hold. */
    public static List<Guarantee> of(StreamConfig.Guarantee setting) {
        return switch (setting) {
            case EXACTLY_ONCE_V2 -> EXACTLY_ONCE;
            case AT_LEAST_ONCE -> AT_LEAST_ONCE;
        };
    }

    /** In what the evidence falls short of them, one line each. */
    public static List<String> shortfalls(StreamConfig.Guarantee setting, Evidence evidence) {
        return of(setting).stream()
                .map(guarantee -> guarantee.shortfall(evidence))
                .flatMap(Optional::stream)
                .toList();
    }
}
