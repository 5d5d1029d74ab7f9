package io.fleck.k8s.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.k8s.manifest.ManifestReader;
import io.fleck.k8s.manifest.Rendered;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The overlays agree with the code; and each comparison can fail: one thing changed, one failure that names it. */
final class CrossChecksTest {
    private static String cpu = "";

    @BeforeAll
    static void render() {
        cpu = Rendered.overlay("cpu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpu", "gpu", "gpu-mig", "gpu-shared", "edge", "air-gapped"})
    void shouldFindNothingInAnOverlayOfThisProject(String overlay) {
        Findings findings = CrossChecks.check(ManifestReader.read(overlay, Rendered.overlay(overlay)));
        assertThat(findings.failures()).isEmpty();
        assertThat(findings.comparisons()).isGreaterThan(200);
    }

    /** Replaces the first match of a pattern within the object of that kind and name. */
    private static Findings changed(String object, String pattern, String replacement) {
        String[] kindAndName = object.split(" ", -1);
        StringBuilder yaml = new StringBuilder();
        int changes = 0;
        for (String document : cpu.split("(?m)^---\n", -1)) {
            Matcher change = Pattern.compile(pattern, Pattern.MULTILINE).matcher(document);
            boolean meant = document.contains("kind: " + kindAndName[0] + "\n")
                    && document.matches("(?s).*\n  name: " + kindAndName[1] + "[^\n]*\n.*");
            if (meant && changes == 0 && change.find()) {
                changes++;
                yaml.append("---\n").append(change.replaceFirst(replacement.replace("\\n", "\n")));
            } else {
                yaml.append("---\n").append(document);
            }
        }
        assertThat(changes).as("'%s' in %s", pattern, object).isEqualTo(1);
        return CrossChecks.check(ManifestReader.read("changed", yaml.toString()));
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // selectors
                "Service fleck | selector:\\s+app.kubernetes.io/name: fleck$ | selector:\\n    app: other | Service fleck selects no pod",
                "PodDisruptionBudget fleck | app.kubernetes.io/name: fleck | app: other | PodDisruptionBudget fleck selects no pod",
                "PodMonitor fleck | matchLabels:\\s+app.kubernetes.io/name: fleck | matchLabels:\\n      app: other | PodMonitor fleck selects no pod",
                "NetworkPolicy registry | strimzi.io/cluster: fleck | strimzi.io/cluster: other | a peer of NetworkPolicy registry selects no pod",
                "KafkaTopic inspection.frames | strimzi.io/cluster: fleck | strimzi.io/cluster: other | KafkaTopic inspection.frames belongs to cluster other",
                "Deployment fleck | labelSelector:\\s+matchLabels:\\s+app.kubernetes.io/name: fleck | labelSelector:\\n                matchLabels:\\n                  app: other | keeps away from other pods",
                // ports
                "Service fleck | targetPort: admin | targetPort: web | Service fleck: no container opens its target port web",
                "PodMonitor fleck | port: admin | port: web | PodMonitor fleck: no container opens its port web",
                "Deployment fleck | containerPort: 9464 | containerPort: 9465 | the application listens on admin.port=9464",
                "Deployment fleck | port: admin | port: web | a probe asks a port that its container does not open",
                "ConfigMap fleck-config | admin.host=0.0.0.0 | admin.host=127.0.0.1 | admin.host=127.0.0.1 is not reached",
                // probes
                "Deployment fleck | path: /readyz | path: /livez | the readiness probe asks /livez: the application answers 200",
                "Deployment fleck | path: /livez | path: /healthz | the liveness probe asks /healthz: the application answers 404",
                "PodMonitor fleck | path: /metrics | path: /prometheus | PodMonitor asks /prometheus: the application answers 404",
                // volumes
                "Deployment fleck | mountPath: /tmp\\s+name: tmp | mountPath: /tmp\\n          name: other | mount other names no volume",
                "Deployment fleck | name: fleck-config-\\w+ | name: fleck-conf | volume config is of ConfigMap fleck-conf, which is not there",
                "Deployment fleck | secretName: fleck-app | secretName: fleck-application | secret fleck-application, which nobody makes",
                "Deployment fleck | claimName: fleck-models | claimName: models | claim models, which is not there",
                "Deployment fleck-registry | key: ca.password | key: ca.pass | ca.pass in secret fleck-cluster-ca-cert, which nobody makes",
                "Deployment fleck | serviceAccountName: fleck | serviceAccountName: other | service account other is not there",
                // settings
                "ConfigMap fleck-config | application.id=fleck | aplication.id=fleck | aplication.id is not known",
                "ConfigMap fleck-config | shutdown.timeout=30s | shutdown.timeout=soon | shutdown.timeout=soon",
                "ConfigMap fleck-config | fleck-user:user.password | fleck-user:user.pass | which the container does not have",
                "ConfigMap fleck-config | /etc/fleck-user/user.p12 | /etc/fleck-user/user.jks | user.jks: the container does not have that file",
                "ConfigMap fleck-config | state.dir=/var/lib/fleck | state.dir=/var/lib/other | state.dir=/var/lib/other is not below a volume",
                "ConfigMap fleck-config | models.part.path=/models/part | models.part.path=/opt/part | models.part.path=/opt/part is not below",
                "Deployment fleck | - --config | - --configuration | the launcher refuses 'run --configuration",
                "Deployment fleck | /etc/fleck/fleck.properties | /etc/fleck/other.properties | --config of the container is",
                // connections
                "ConfigMap fleck-config | fleck-kafka-bootstrap:9093 | fleck-kafka-bootstrap:9092 | fleck-kafka-bootstrap:9092 is no listener",
                "ConfigMap fleck-config | security.protocol=SSL | security.protocol=PLAINTEXT | kafka.security.protocol is PLAINTEXT; it has to be SSL",
                "ConfigMap fleck-config | fleck-registry:8080 | fleck-registry:8081 | is no Service that is there",
                "Deployment fleck-registry | fleck-kafka-bootstrap:9093 | kafka:9093 | APICURIO_KAFKASQL_BOOTSTRAP_SERVERS: kafka:9093 is no listener",
                // stop and memory
                "Deployment fleck | terminationGracePeriodSeconds: 45 | terminationGracePeriodSeconds: 30 | terminationGracePeriodSeconds is 30; it has to be at least 40",
                "Deployment fleck | Xmx1408m | Xmx512m | -Xmx is 512 MiB; settings and frames of this size need",
                "Deployment fleck | memory: 2Gi | memory: 1500Mi | the memory limit is 1500Mi",
                "Deployment fleck | 640x640x3 | 2448x2048x3 | settings and frames of this size need",
                // topics
                "KafkaTopic inspection.frames | partitions: 6 | partitions: 5 | partitions of inspection.frames is 5; it has to be 6",
                "KafkaTopic inspection.results | replicas: 3 | replicas: 2 | replicas of inspection.results is 2; it has to be 3",
                "KafkaTopic inspection.recipes | cleanup.policy: compact | cleanup.policy: delete | config of inspection.recipes is",
                "KafkaTopic inspection.alerts | name: inspection.alerts | name: inspection.alarms | there is no KafkaTopic inspection.alerts",
                // access
                "KafkaUser fleck-gateway | - Write | - All | rules of KafkaUser fleck-gateway is",
                "KafkaUser fleck-mes | name: inspection.results | name: inspection.frames | rules of KafkaUser fleck-mes is",
                "KafkaUser fleck-app | patternType: prefix | patternType: literal | rules of KafkaUser fleck-app is",
                "KafkaUser fleck-operator | fleck.io/role: operator | fleck.io/role: mes | the number of KafkaUsers with fleck.io/role=operator is 0",
                "KafkaUser fleck-lag | - Describe | - Read | KafkaUser fleck-lag is no role and may",
                // brokers
                "Kafka fleck | default.replication.factor: 3 | default.replication.factor: 5 | default.replication.factor is 5; it has to be 1 to 3",
                "Kafka fleck | min.insync.replicas: 2 | min.insync.replicas: 1 | min.insync.replicas is 1 of 3 copies",
                "Kafka fleck | message.max.bytes: 25165824 | message.max.bytes: 1048576 | message.max.bytes is 1048576; the largest record",
                "Kafka fleck | tls: true | tls: false | lets in whoever comes, or in the clear",
                "KafkaNodePool node | replicas: 3 | replicas: 1 | wants 3 copies; there are 1 brokers",
                "Kafka fleck | [ ]+authorization:\\s+type: simple\\n | | Kafka does not refuse whom no rule allows",
                // scaling
                "ScaledObject fleck | maxReplicaCount: 6 | maxReplicaCount: 12 | maxReplicaCount is 12; it has to be 6",
                "ScaledObject fleck | minReplicaCount: 2 | minReplicaCount: 0 | minReplicaCount is 0",
                "ScaledObject fleck | consumerGroup: fleck | consumerGroup: flick | consumerGroup of the trigger is flick; it has to be fleck",
                "ScaledObject fleck | topic: inspection.frames | topic: frames | topic of the trigger is frames",
                "ScaledObject fleck | scaleTargetRef:\\s+name: fleck | scaleTargetRef:\\n    name: flick | ScaledObject scales flick, which is not there",
                "ScaledObject fleck | name: fleck-lag | name: fleck-log | TriggerAuthentication fleck-log is not there",
                "TriggerAuthentication fleck-lag | key: user.key | key: user.pem | user.pem in secret fleck-lag is made by nobody",
                "Deployment fleck | replicas: 2 | replicas: 7 | replicas is 7; it has to be 1 to 6",
                // metrics
                "PrometheusRule fleck | fleck_away | fleck_gone | rule FleckWaits: there is no metric fleck_gone",
                "ConfigMap fleck-dashboards | fleck_in_flight | fleck_flying | dashboard fleck.json: there is no metric fleck_flying",
                // hardening
                "Deployment fleck | readOnlyRootFilesystem: true | readOnlyRootFilesystem: false | may write to its root",
                "Deployment fleck | allowPrivilegeEscalation: false | allowPrivilegeEscalation: true | may gain privileges",
                "Deployment fleck | - ALL | - NET_RAW | keeps capabilities",
                "Deployment fleck | runAsNonRoot: true | runAsNonRoot: false | may run as root",
                "Deployment fleck-registry | type: RuntimeDefault | type: Unconfined | has no seccomp profile",
                "Deployment fleck | automountServiceAccountToken: false | automountServiceAccountToken: true | gets a token of the API",
                "Deployment fleck | emptyDir:\\s+sizeLimit: 4Gi | hostPath:\\n          path: /var | sees folders of its machine",
                "Namespace fleck | enforce: restricted | enforce: privileged | of the namespace is privileged",
                // network
                "NetworkPolicy default-deny | podSelector: \\{\\} | podSelector:\\n    matchLabels:\\n      app.kubernetes.io/name: fleck | no NetworkPolicy denies everything",
                "NetworkPolicy fleck | port: 9464 | port: 9465 | no NetworkPolicy lets a scraper in to admin.port=9464",
                "NetworkPolicy fleck | port: 9093 | port: 9094 | no NetworkPolicy lets the application out to Kafka",
                "NetworkPolicy kafka | port: 9093 | port: 9092 | no NetworkPolicy lets the application in to Kafka",
                "NetworkPolicy registry | port: 8080 | port: 8081 | no NetworkPolicy lets the application in to the registry",
            })
    void shouldFailWhereOneThingIsChanged(String object, String pattern, String replacement, String failure) {
        Findings findings = changed(object, pattern, replacement == null ? "" : replacement);
        assertThat(findings.failures()).anySatisfy(found -> assertThat(found).contains(failure));
    }

    /** A copy of the application without a budget could lose all instances in one drain. */
    @Test
    void shouldMissABudget() {
        String without = cpu.replaceAll("(?s)---\napiVersion: policy/v1\n.*?(?=---\n)", "");
        assertThat(without).isNotEqualTo(cpu);
        assertThat(CrossChecks.check(ManifestReader.read("changed", without)).failures())
                .anySatisfy(found -> assertThat(found).contains("have no PodDisruptionBudget"));
    }

    @Test
    void shouldSayThatThereIsNothing() {
        assertThat(CrossChecks.check(ManifestReader.read("nothing", "")).failures())
                .contains("the application refuses its settings: no ConfigMap holds fleck.properties")
                .contains("there is no Deployment fleck with a container fleck")
                .contains("there is no broker")
                .contains("no NetworkPolicy denies everything by default");
    }
}
