package io.fleck.stream.outage;

import io.fleck.core.engine.InferenceException;
import io.fleck.serdes.RegistryUnavailableException;
import io.fleck.stream.claims.ClaimStoreUnavailableException;

/** What the stream depends on and what it throws when it is away. */
public enum Dependency {
    /** The schema registry. */
    REGISTRY("registry", RegistryUnavailableException.class),
    /** The engine that runs the models. */
    ENGINE("engine", InferenceException.class),
    /** Where claimed pictures lie. */
    CLAIM_STORE("claim-store", ClaimStoreUnavailableException.class);

    private final String label;
    private final Class<? extends RuntimeException> absence;

    Dependency(String label, Class<? extends RuntimeException> absence) {
        this.label = label;
        this.absence = absence;
    }

    /** Name in metrics, logs and on the readiness page. */
    public String label() {
        return label;
    }

    /** Whether an exception says that it is away. */
    public boolean isAway(RuntimeException error) {
        return absence.isInstance(error);
    }
}
