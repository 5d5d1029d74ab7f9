package io.fleck.k8s.manifest;

import org.jspecify.annotations.Nullable;

/** Manifests that cannot be rendered or read; the message names the object and the field. */
public final class ManifestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ManifestException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
