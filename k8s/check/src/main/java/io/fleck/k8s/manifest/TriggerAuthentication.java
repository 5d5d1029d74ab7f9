package io.fleck.k8s.manifest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.Serializable;
import java.util.List;

/** How a trigger of KEDA is let in. */
@JsonDeserialize(using = JsonDeserializer.None.class) // HasMetadata's would look for a registered kind
public final class TriggerAuthentication extends KedaResource {
    private static final long serialVersionUID = 1L;

    /**
     * A parameter that a secret's key holds.
     *
     * @param parameter of the trigger
     * @param name of the secret
     * @param key in the secret
     */
    public record FromSecret(
            @JsonProperty(required = true) String parameter,
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String key)
            implements Serializable {}

    /**
     * The parameters.
     *
     * @param secretTargetRef from secrets
     */
    public record Spec(@JsonProperty(required = true) List<FromSecret> secretTargetRef) implements Serializable {}

    private final Spec spec;

    /** With its spec, as Jackson reads it. */
    @JsonCreator
    public TriggerAuthentication(@JsonProperty(value = "spec", required = true) Spec spec) {
        this.spec = spec;
    }

    /** The parameters. */
    public Spec getSpec() {
        return spec;
    }
}
