package io.fleck.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ManifestReaderTest {
    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata:
              name: fleck
            spec:
              ports:
                - name: admin
                  port: 9464
            """;
    private static final String SCALED = """
            apiVersion: keda.sh/v1alpha1
            kind: ScaledObject
            metadata:
              name: fleck
            spec:
              scaleTargetRef:
                name: fleck
              minReplicaCount: 1
              maxReplicaCount: 6
              triggers: []
            """;

    @Test
    void shouldReadDocumentsIntoTheirTypes() {
        Manifests read = ManifestReader.read("both", SERVICE + "---\n" + SCALED);
        assertThat(read.objects()).hasSize(2);
        assertThat(read.find(Service.class, "fleck").orElseThrow().getSpec().getPorts())
                .singleElement()
                .satisfies(port -> assertThat(port.getPort()).isEqualTo(9464));
        assertThat(read.all(ScaledObject.class).get(0).getSpec().maxReplicaCount())
                .isEqualTo(6);
        assertThat(read.has(ConfigMap.class, "fleck")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "port: 9464       | prot: 9464        | both: Service fleck: unknown field spec.ports.[0].prot",
                "port: 9464       | port: '\"9464\"'  | Service fleck: field spec.ports.[0].port",
                "name: admin      | name: 9464        | Service fleck: field spec.ports.[0].name",
                "kind: Service    | kind: Servce      | Servce fleck: there is no type for v1 Servce",
                "apiVersion: v1   | apiVersion: v2    | Service fleck: there is no type for v2 Service",
                "port: 9464       | name: twice       | is no YAML: Duplicate field 'name'",
                "maxReplicaCount: 6 | pollingInterval: 6 | ScaledObject fleck: field spec.maxReplicaCount",
            })
    void shouldRefuseWhatAClusterWould(String right, String wrong, String message) {
        String yaml = SERVICE + "---\n" + SCALED;
        assertThat(yaml).contains(right);
        assertThatThrownBy(() -> ManifestReader.read("both", yaml.replace(right, wrong)))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining(message);
    }

    @Test
    void shouldRefuseAnObjectThatComesTwice() {
        assertThatThrownBy(() -> ManifestReader.read("twice", SERVICE + "---\n" + SERVICE))
                .isInstanceOf(ManifestException.class)
                .hasMessage("twice: Service fleck comes twice");
    }

    @Test
    void shouldNameEveryObjectThatIsWrong() {
        String yaml = SERVICE.replace("spec:", "spce:") + "---\n"
                + SCALED.replace("triggers: []", "triggers: []\n  trigger: []");
        assertThatThrownBy(() -> ManifestReader.read("both", yaml))
                .hasMessageContaining("Service fleck: unknown field spce")
                .hasMessageContaining("ScaledObject fleck: unknown field spec.trigger");
    }
}
