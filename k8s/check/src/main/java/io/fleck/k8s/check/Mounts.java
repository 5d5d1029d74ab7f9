package io.fleck.k8s.check;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fleck.k8s.manifest.Manifests;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * What a container sees under its mounts.
 *
 * @param manifests where ConfigMaps and users are
 * @param deployment of the pod
 * @param container whose mounts
 */
record Mounts(Manifests manifests, Deployment deployment, Container container) {
    /** The mount below which a path lies, the innermost. */
    Optional<VolumeMount> at(Path path) {
        return container.getVolumeMounts().stream()
                .filter(mount -> path.startsWith(mount.getMountPath()))
                .max(Comparator.comparingInt(mount -> mount.getMountPath().length()));
    }

    Optional<Volume> volume(VolumeMount mount) {
        return Overlay.pod(deployment).getVolumes().stream()
                .filter(volume -> volume.getName().equals(mount.getName()))
                .findFirst();
    }

    /** Whether a path lies below a mount that may be written. */
    boolean writable(Path path) {
        return at(path).filter(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
                .flatMap(this::volume)
                .filter(volume -> volume.getConfigMap() == null && volume.getSecret() == null)
                .isPresent();
    }

    /** Whether a file will be there: a key of a ConfigMap or secret that is mounted as its folder. */
    boolean holds(Path file) {
        return at(file).filter(mount -> Path.of(mount.getMountPath()).equals(file.getParent()))
                .flatMap(this::volume)
                .map(this::files)
                .filter(files -> files.contains(String.valueOf(file.getFileName())))
                .isPresent();
    }

    private Set<String> files(Volume volume) {
        if (volume.getConfigMap() != null) {
            return manifests
                    .find(ConfigMap.class, volume.getConfigMap().getName())
                    .map(map -> map.getData().keySet())
                    .orElse(Set.of());
        }
        return volume.getSecret() == null
                ? Set.of()
                : Secrets.of(manifests).getOrDefault(volume.getSecret().getSecretName(), Set.of());
    }
}
