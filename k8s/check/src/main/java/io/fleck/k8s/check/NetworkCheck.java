package io.fleck.k8s.check;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fleck.stream.config.FleckConfig;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything is denied by default, and what the application needs is allowed from both ends. */
final class NetworkCheck implements CrossCheck {
    private static final Map<String, String> KAFKA = Map.of("strimzi.io/cluster", "fleck");

    @Override
    public void check(Overlay overlay, Findings findings) {
        List<NetworkPolicy> policies = overlay.manifests().all(NetworkPolicy.class);
        findings.require(
                policies.stream().anyMatch(NetworkCheck::deniesEverything),
                "no NetworkPolicy denies everything by default");
        overlay.configuration()
                .config()
                .ifPresent(config -> overlay.application().ifPresent(deployment -> {
                    Map<String, String> application = Overlay.podLabels(deployment);
                    findings.require(
                            ingress(policies, application)
                                    .flatMap(rule -> rule.ports().stream())
                                    .anyMatch(port -> is(port, config.admin().port())),
                            "no NetworkPolicy lets a scraper in to admin.port="
                                    + config.admin().port());
                    kafka(policies, application, config, findings);
                    registry(overlay, policies, application, config, findings);
                }));
    }

    private static void kafka(
            List<NetworkPolicy> policies, Map<String, String> application, FleckConfig config, Findings findings) {
        for (String address : config.kafka().bootstrapServers()) {
            int port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
            both(policies, application, KAFKA, port, "Kafka's port " + port, findings);
        }
    }

    private static void registry(
            Overlay overlay,
            List<NetworkPolicy> policies,
            Map<String, String> application,
            FleckConfig config,
            Findings findings) {
        for (String url : config.registry().urls()) {
            URI address = URI.create(url);
            overlay.manifests()
                    .find(Deployment.class, String.valueOf(address.getHost()))
                    .map(Overlay::podLabels)
                    .ifPresent(registry ->
                            both(policies, application, registry, address.getPort(), "the registry's port", findings));
        }
    }

    private static void both(
            List<NetworkPolicy> policies,
            Map<String, String> from,
            Map<String, String> to,
            int port,
            String what,
            Findings findings) {
        findings.require(
                egress(policies, from).anyMatch(rule -> rule.allows(to, port)),
                "no NetworkPolicy lets the application out to " + what);
        findings.require(
                ingress(policies, to).anyMatch(rule -> rule.allows(from, port)),
                "no NetworkPolicy lets the application in to " + what);
    }

    private static boolean deniesEverything(NetworkPolicy policy) {
        return Overlay.labels(policy.getSpec().getPodSelector().getMatchLabels())
                        .isEmpty()
                && policy.getSpec().getPolicyTypes().containsAll(List.of("Ingress", "Egress"))
                && policy.getSpec().getIngress().isEmpty()
                && policy.getSpec().getEgress().isEmpty();
    }

    /** One rule of a policy, for traffic in or out. */
    private record Rule(List<NetworkPolicyPeer> peers, List<NetworkPolicyPort> ports) {
        boolean allows(Map<String, String> other, int port) {
            return ports.stream().anyMatch(open -> is(open, port))
                    && peers.stream()
                            .filter(peer -> peer.getPodSelector() != null)
                            .anyMatch(peer -> Overlay.selects(
                                    Overlay.labels(peer.getPodSelector().getMatchLabels()), other));
        }
    }

    private static Stream<Rule> ingress(List<NetworkPolicy> policies, Map<String, String> pod) {
        return of(policies, pod)
                .flatMap(policy -> policy.getSpec().getIngress().stream())
                .map(rule -> new Rule(rule.getFrom(), rule.getPorts()));
    }

    private static Stream<Rule> egress(List<NetworkPolicy> policies, Map<String, String> pod) {
        return of(policies, pod)
                .flatMap(policy -> policy.getSpec().getEgress().stream())
                .map(rule -> new Rule(rule.getTo(), rule.getPorts()));
    }

    private static Stream<NetworkPolicy> of(List<NetworkPolicy> policies, Map<String, String> pod) {
        return policies.stream()
                .filter(policy -> Overlay.selects(
                        Overlay.labels(policy.getSpec().getPodSelector().getMatchLabels()), pod));
    }

    private static boolean is(NetworkPolicyPort port, int number) {
        return port.getPort() != null
                && Integer.valueOf(number).equals(port.getPort().getIntVal());
    }
}
