package io.fleck.k8s.check;

import io.fleck.k8s.manifest.Manifests;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserTlsClientAuthentication;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Secrets that Strimzi will make, and their keys, as its documentation lists them. */
final class Secrets {
    private static final Set<String> CLUSTER = Set.of("ca.crt", "ca.p12", "ca.password");
    private static final Set<String> CERTIFICATE =
            Set.of("ca.crt", "user.crt", "user.key", "user.p12", "user.password");
    private static final Set<String> PASSWORD = Set.of("password", "sasl.jaas.config");

    private Secrets() {}

    /** Keys by name of the secret. */
    static Map<String, Set<String>> of(Manifests manifests) {
        Map<String, Set<String>> secrets = new TreeMap<>();
        manifests
                .all(Kafka.class)
                .forEach(kafka -> secrets.put(kafka.getMetadata().getName() + "-cluster-ca-cert", CLUSTER));
        manifests
                .all(KafkaUser.class)
                .forEach(user -> secrets.put(
                        user.getMetadata().getName(),
                        user.getSpec().getAuthentication() instanceof KafkaUserTlsClientAuthentication
                                ? CERTIFICATE
                                : PASSWORD));
        return secrets;
    }
}
