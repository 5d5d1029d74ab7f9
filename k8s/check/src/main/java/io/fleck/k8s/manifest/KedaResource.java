package io.fleck.k8s.manifest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;

/** A resource of KEDA, {@code keda.sh/v1alpha1}: the parts that Fleck's manifests use. */
public abstract class KedaResource implements HasMetadata {
    private static final long serialVersionUID = 1L;

    @JsonProperty(required = true)
    private String apiVersion = "";

    @JsonProperty(required = true)
    private String kind = "";

    @JsonProperty(required = true)
    private ObjectMeta metadata = new ObjectMeta();

    @Override
    public String getApiVersion() {
        return apiVersion;
    }

    @Override
    public void setApiVersion(String version) {
        apiVersion = version;
    }

    @Override
    public String getKind() {
        return kind;
    }

    @Override
    public ObjectMeta getMetadata() {
        return metadata;
    }

    @Override
    public void setMetadata(ObjectMeta other) {
        metadata = other;
    }
}
