package io.fleck.k8s.check;

import io.fabric8.kubernetes.api.model.Service;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.kafka.listener.GenericKafkaListener;
import io.strimzi.api.kafka.model.kafka.listener.KafkaListenerType;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The application, the registry and the scaler connect to a listener that is there, in its protocol. */
final class ConnectionCheck implements CrossCheck {
    private static final String BOOTSTRAP = "-kafka-bootstrap";

    @Override
    public void check(Overlay overlay, Findings findings) {
        overlay.configuration().config().ifPresent(config -> {
            for (String address : config.kafka().bootstrapServers()) {
                Optional<GenericKafkaListener> listener = listener(overlay, address);
                findings.require(
                        listener.isPresent(),
                        "bootstrap.servers: " + address + " is no listener of a Kafka that is there");
                String protocol = config.kafka().settings().getOrDefault("security.protocol", "PLAINTEXT");
                listener.ifPresent(
                        there -> findings.requireEqual("kafka.security.protocol", protocol, protocol(there)));
            }
            for (String url : config.registry().urls()) {
                findings.require(
                        served(overlay, URI.create(url)),
                        "schema.registry.url: " + url + " is no Service that is there");
            }
        });
        overlay.deployments().stream()
                .flatMap(deployment -> Overlay.containers(deployment).stream())
                .flatMap(container -> container.getEnv().stream())
                .filter(variable -> variable.getName().endsWith("BOOTSTRAP_SERVERS"))
                .forEach(variable -> findings.require(
                        listener(overlay, String.valueOf(variable.getValue())).isPresent(),
                        variable.getName() + ": " + variable.getValue() + " is no listener of a Kafka that is there"));
    }

    static Optional<GenericKafkaListener> listener(Overlay overlay, String address) {
        int colon = address.indexOf(':');
        for (Kafka kafka : overlay.manifests().all(Kafka.class)) {
            if (colon > 0
                    && address.substring(0, colon).equals(kafka.getMetadata().getName() + BOOTSTRAP)) {
                return kafka.getSpec().getKafka().getListeners().stream()
                        .filter(listener -> listener.getType() == KafkaListenerType.INTERNAL)
                        .filter(listener -> address.endsWith(":" + listener.getPort()))
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private static String protocol(GenericKafkaListener listener) {
        boolean users =
                listener.getAuth() != null && !listener.getAuth().getType().equals("tls");
        return (users ? "SASL_" : "") + (listener.isTls() ? "SSL" : "PLAINTEXT");
    }

    private static boolean served(Overlay overlay, URI url) {
        List<Service> services = overlay.manifests().all(Service.class);
        return services.stream()
                .filter(service -> service.getMetadata().getName().equals(url.getHost()))
                .flatMap(service -> service.getSpec().getPorts().stream())
                .anyMatch(port -> port.getPort() == url.getPort());
    }
}
