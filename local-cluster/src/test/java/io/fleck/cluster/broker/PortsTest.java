package io.fleck.cluster.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PortsTest {
    @Test
    void shouldGiveEachPortOnceAndBelowTheRangeOfOutgoingConnections() {
        Set<Integer> given = new HashSet<>();
        try (Ports one = new Ports();
                Ports other = new Ports()) {
            for (int i = 0; i < 100; i++) {
                assertThat(given.add(one.any())).as("a port was given twice").isTrue();
                assertThat(given.add(other.any())).as("a port was given twice").isTrue();
            }
        }
        assertThat(given).allMatch(port -> port >= 20_000 && port < 32_000);
    }

    @Test
    void shouldLeaveThePortFreeForTheServerItIsMeantFor() throws IOException {
        try (Ports ports = new Ports()) {
            int port = ports.any();
            try (ServerSocket server = listen(port)) {
                assertThat(server.getLocalPort()).isEqualTo(port);
            }
        }
    }

    @Test
    void shouldKeepAPortWhileNothingListensOnIt() {
        try (Ports owner = new Ports();
                Ports other = new Ports()) {
            int port = owner.any();
            assertThatThrownBy(() -> other.exactly(port))
                    .isInstanceOf(BrokerException.class)
                    .hasMessage("port " + port + " on 127.0.0.1 is in use");
        }
    }

    @Test
    void shouldRefuseAPortOnWhichSomebodyListens() throws IOException {
        try (ServerSocket server = listen(0);
                Ports ports = new Ports()) {
            int port = server.getLocalPort();
            assertThatThrownBy(() -> ports.exactly(port)).hasMessageContaining("port " + port);
        }
    }

    @Test
    void shouldGivePortsBackOnClose() {
        int port;
        try (Ports first = new Ports()) {
            port = first.any();
        }
        try (Ports second = new Ports()) {
            assertThat(second.exactly(port)).isEqualTo(port);
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket server = new ServerSocket();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return server;
    }
}
