package io.fleck.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.cluster.ClusterOptions.Placement;
import io.fleck.cluster.broker.Listener;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClusterOptionsTest {
    @Test
    void shouldKeepWhatWasSetWhenMoreIsSet() {
        ClusterOptions options = ClusterOptions.defaults()
                .withBrokerSetting("a", "1")
                .withListener(new Listener("TLS", "SSL", Map.of()))
                .withRegistryCredentials("user", "secret")
                .withDirectory(Path.of("data"))
                .withRegistryPort(8081)
                .withPort(9092)
                .withOwnProcesses()
                .withBrokers(3)
                .withBrokerSetting("b", "2");
        assertThat(options.brokers()).isEqualTo(3);
        assertThat(options.placement()).isEqualTo(Placement.OWN_PROCESSES);
        assertThat(options.port()).hasValue(9092);
        assertThat(options.registryPort()).hasValue(8081);
        assertThat(options.directory()).contains(Path.of("data"));
        assertThat(options.brokerSettings()).isEqualTo(Map.of("a", "1", "b", "2"));
        assertThat(options.listeners()).extracting(Listener::name).containsExactly("TLS");
        assertThat(options.registryCredentials())
                .hasValueSatisfying(
                        credentials -> assertThat(credentials.user()).isEqualTo("user"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 4})
    void shouldRefuseOtherThanOneToThreeBrokers(int brokers) {
        assertThatThrownBy(() -> ClusterOptions.defaults().withBrokers(brokers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("brokers " + brokers + ": must be 1 to 3");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65_534, 65_536})
    void shouldRefuseAPortAfterWhichTheOtherBrokersFindNone(int port) {
        assertThatThrownBy(() -> ClusterOptions.defaults().withBrokers(3).withPort(port))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("port " + port + ": must be 1 to 65533");
    }

    @Test
    void shouldRefuseAUserThatBasicAuthenticationCannotSend() {
        assertThatThrownBy(() -> ClusterOptions.defaults().withRegistryCredentials("a:b", "c"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a:b");
    }
}
