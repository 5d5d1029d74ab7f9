package io.fleck.k8s.manifest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** How KEDA scales a workload. */
@JsonDeserialize(using = JsonDeserializer.None.class) // HasMetadata's would look for a registered kind
public final class ScaledObject extends KedaResource {
    private static final long serialVersionUID = 1L;

    /**
     * The name of something in the same namespace.
     *
     * @param name of the Deployment or TriggerAuthentication
     */
    public record Reference(@JsonProperty(required = true) String name) implements Serializable {}

    /**
     * What asks for more instances.
     *
     * @param type kafka
     * @param metadata settings of the trigger
     * @param authenticationRef how it is let in
     */
    public record Trigger(
            @JsonProperty(required = true) String type,
            @JsonProperty(required = true) Map<String, String> metadata,
            @JsonProperty(required = true) Reference authenticationRef)
            implements Serializable {}

    /**
     * The scaling.
     *
     * @param scaleTargetRef what is scaled
     * @param minReplicaCount fewest instances
     * @param maxReplicaCount most instances
     * @param pollingInterval seconds between two looks
     * @param cooldownPeriod seconds before it scales down
     * @param triggers what asks for more
     */
    public record Spec(
            @JsonProperty(required = true) Reference scaleTargetRef,
            @JsonProperty(required = true) int minReplicaCount,
            @JsonProperty(required = true) int maxReplicaCount,
            int pollingInterval,
            int cooldownPeriod,
            @JsonProperty(required = true) List<Trigger> triggers)
            implements Serializable {}

    private final Spec spec;

    /** With its spec, as Jackson reads it. */
    @JsonCreator
    public ScaledObject(@JsonProperty(value = "spec", required = true) Spec spec) {
        this.spec = spec;
    }

    /** The scaling. */
    public Spec getSpec() {
        return spec;
    }
}
