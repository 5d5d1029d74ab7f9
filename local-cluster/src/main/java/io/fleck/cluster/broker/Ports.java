package io.fleck.cluster.broker;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * TCP ports on the loopback interface, kept for one owner until it closes them, also while nothing listens on them.
 *
 * <p>A broker is told its port before it opens it, and keeps the port while it is stopped. So each reservation holds the
 * UDP port of the same number, which every other user of this class on the machine sees, in whatever process, and which
 * ends with the process. Ports come from below the range that systems give to outgoing connections: no client of a
 * stopped broker can take its port, or connect to itself.
 */
public final class Ports implements AutoCloseable {
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 1_000;

    private final List<DatagramSocket> held = new ArrayList<>();

    /**
     * Any free port.
     *
     * @throws BrokerException when none is found
     */
    public int any() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (reserve(port)) {
                return port;
            }
        }
        throw new BrokerException(
                "no free port between " + LOWEST + " and " + HIGHEST + " in " + ATTEMPTS + " attempts", null);
    }

    /**
     * This port and no other.
     *
     * @throws BrokerException when it is in use
     */
    public int exactly(int port) {
        if (!reserve(port)) {
            throw new BrokerException("port " + port + " on " + NodeSettings.HOST + " is in use", null);
        }
        return port;
    }

    /** Gives all ports back. */
    @Override
    public void close() {
        held.forEach(DatagramSocket::close);
        held.clear();
    }

    private boolean reserve(int port) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        DatagramSocket token;
        try {
            token = new DatagramSocket(address);
        } catch (SocketException e) {
            return false; // somebody else's
        }
        if (listening(address)) {
            token.close();
            return false;
        }
        held.add(token);
        return true;
    }

    /** With address reuse, as brokers do: connections of an earlier broker that wait to expire don't count. */
    private static boolean listening(InetSocketAddress address) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(address);
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
