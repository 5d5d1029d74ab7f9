package io.fleck.k8s.check;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fleck.k8s.manifest.Manifests;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Mounts name volumes, volumes are mounted, and what both name is there or will be made by Strimzi. */
final class VolumesCheck implements CrossCheck {
    @Override
    public void check(Overlay overlay, Findings findings) {
        for (Deployment deployment : overlay.deployments()) {
            String name = "Deployment " + deployment.getMetadata().getName();
            mounts(name, deployment, findings);
            for (Volume volume : Overlay.pod(deployment).getVolumes()) {
                source(name, volume, overlay.manifests(), findings);
            }
            Overlay.containers(deployment).stream()
                    .flatMap(container -> container.getEnv().stream())
                    .forEach(variable -> variable(name, variable, overlay.manifests(), findings));
            String account = String.valueOf(Overlay.pod(deployment).getServiceAccountName());
            findings.require(
                    overlay.manifests().has(ServiceAccount.class, account),
                    name + ": its service account " + account + " is not there");
        }
    }

    private static void mounts(String name, Deployment deployment, Findings findings) {
        Set<String> volumes = Overlay.pod(deployment).getVolumes().stream()
                .map(Volume::getName)
                .collect(Collectors.toSet());
        Set<String> mounted = Overlay.containers(deployment).stream()
                .map(Container::getVolumeMounts)
                .flatMap(mounts -> mounts.stream().map(VolumeMount::getName))
                .collect(Collectors.toSet());
        mounted.forEach(
                mount -> findings.require(volumes.contains(mount), name + ": mount " + mount + " names no volume"));
        volumes.forEach(
                volume -> findings.require(mounted.contains(volume), name + ": volume " + volume + " is not mounted"));
    }

    private static void source(String name, Volume volume, Manifests manifests, Findings findings) {
        String where = name + ": volume " + volume.getName() + " is of ";
        if (volume.getConfigMap() != null) {
            String map = volume.getConfigMap().getName();
            findings.require(manifests.has(ConfigMap.class, map), where + "ConfigMap " + map + ", which is not there");
        }
        if (volume.getSecret() != null) {
            String secret = volume.getSecret().getSecretName();
            findings.require(
                    Secrets.of(manifests).containsKey(secret), where + "secret " + secret + ", which nobody makes");
        }
        if (volume.getPersistentVolumeClaim() != null) {
            String claim = volume.getPersistentVolumeClaim().getClaimName();
            findings.require(
                    manifests.has(PersistentVolumeClaim.class, claim),
                    where + "claim " + claim + ", which is not there");
        }
    }

    private static void variable(String name, EnvVar variable, Manifests manifests, Findings findings) {
        EnvVarSource source = variable.getValueFrom();
        if (source == null) {
            return;
        }
        String where = name + ": variable " + variable.getName() + " is of ";
        if (source.getSecretKeyRef() != null) {
            String secret = source.getSecretKeyRef().getName();
            String key = source.getSecretKeyRef().getKey();
            findings.require(
                    Secrets.of(manifests).getOrDefault(secret, Set.of()).contains(key),
                    where + key + " in secret " + secret + ", which nobody makes");
        }
        if (source.getConfigMapKeyRef() != null) {
            String map = source.getConfigMapKeyRef().getName();
            String key = source.getConfigMapKeyRef().getKey();
            Map<String, String> data =
                    manifests.find(ConfigMap.class, map).map(ConfigMap::getData).orElse(Map.of());
            findings.require(data.containsKey(key), where + key + " in ConfigMap " + map + ", which is not there");
        }
    }
}
