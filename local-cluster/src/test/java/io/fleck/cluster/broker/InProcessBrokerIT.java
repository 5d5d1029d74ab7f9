package io.fleck.cluster.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InProcessBrokerIT {
    private static final Duration LIMIT = Duration.ofSeconds(50);
    private static final Duration SHORT = Duration.ofSeconds(3);

    private static NodeSettings node(Path directory, int port, Map<Integer, Integer> controllers) {
        return new NodeSettings(
                1, port, new TreeMap<>(controllers), "MkU3OEVBNTcwNTJENDM2Qg", directory, Map.of(), Map.of());
    }

    @Test
    void shouldStartAgainAfterAStop(@TempDir Path directory) {
        try (Ports ports = new Ports()) {
            Broker broker = new InProcessBroker(node(directory, ports.any(), Map.of(1, ports.any())));
            broker.start(LIMIT);
            assertThat(broker.running()).isTrue();
            broker.drain(LIMIT);
            broker.stop(LIMIT);
            assertThat(broker.running()).isFalse();
            broker.start(LIMIT);
            assertThat(broker.running()).isTrue();
            broker.stop(LIMIT);
        }
    }

    @Test
    void shouldGiveUpOnAQuorumThatNeverComes(@TempDir Path directory) {
        try (Ports ports = new Ports()) {
            Map<Integer, Integer> three = Map.of(1, ports.any(), 2, ports.any(), 3, ports.any());
            Broker broker = new InProcessBroker(node(directory, ports.any(), three));
            assertThatThrownBy(() -> broker.start(SHORT))
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining("broker 1 did not start");
            assertThat(broker.running()).isFalse();
        }
    }

    /** Kafka's own server ends the whole JVM here, tests and all. */
    @Test
    void shouldFailAloneWhenItsControllerPortIsTaken(@TempDir Path directory) throws IOException {
        try (Ports ports = new Ports();
                ServerSocket thief = new ServerSocket()) {
            int controllerPort = ports.any();
            thief.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), controllerPort));
            Broker broker = new InProcessBroker(node(directory, ports.any(), Map.of(1, controllerPort)));
            assertThatThrownBy(() -> broker.start(LIMIT))
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining(Integer.toString(controllerPort));
            assertThat(broker.running()).isFalse();
        }
    }

    @Test
    void shouldRefuseToBeKilledAlone(@TempDir Path directory) {
        Broker broker = new InProcessBroker(node(directory, 20_001, Map.of(1, 20_002)));
        assertThatThrownBy(broker::kill)
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining("shares this process");
    }
}
