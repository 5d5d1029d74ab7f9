package io.fleck.cluster.registry;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A schema registry in this process, for Avro schemas, reachable from this machine only.
 *
 * <p>It answers the Confluent REST protocol: subjects, versions, ids, lookup, deletion in two steps, compatibility at all
 * seven levels, modes READWRITE and READONLY. Schema references, contexts, metadata and rule sets are refused by name.
 * Ids and schemas survive a restart over the same journal.
 */
public final class SchemaRegistry implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int WORKERS = 4;

    private final HttpServer server;
    private final ExecutorService workers;
    private final SchemaStore store;

    private SchemaRegistry(HttpServer server, ExecutorService workers, SchemaStore store) {
        this.server = server;
        this.workers = workers;
        this.store = store;
    }

    /**
     * Starts a registry; it answers when this returns.
     *
     * @throws RegistryException when the port is in use or the journal cannot be read
     */
    public static SchemaRegistry start(RegistryOptions options) {
        SchemaStore store = SchemaStore.open(Journal.open(options.journal()), options.defaultLevel());
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 0);
        } catch (IOException e) {
            store.close();
            throw new RegistryException("registry port " + options.port() + " cannot be opened: " + e.getMessage(), e);
        }
        HttpContext context = server.createContext("/", new RegistryHandler(routes(store)));
        options.credentials().ifPresent(required -> context.setAuthenticator(new Guard(required)));
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS, SchemaRegistry::thread);
        server.setExecutor(workers);
        server.start();
        return new SchemaRegistry(server, workers, store);
    }

    private static List<Route> routes(SchemaStore store) {
        List<Route> routes = new ArrayList<>();
        routes.add(Route.of("GET", "/", (request, names) -> Map.of()));
        routes.addAll(new SchemaRoutes(store).routes());
        routes.addAll(new SettingRoutes(store).routes());
        return routes;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "fleck-registry");
        thread.setDaemon(true);
        return thread;
    }

    /** Where clients find it, such as {@code http://127.0.0.1:8081}. */
    public String url() {
        return "http://" + HOST + ":" + server.getAddress().getPort();
    }

    /** Stops at once; what was answered is on disk. */
    @Override
    public void close() {
        server.stop(0);
        workers.shutdown();
        store.close();
    }

    /** Lets in whoever shows the one pair of credentials. */
    private static final class Guard extends BasicAuthenticator {
        private final RegistryOptions.Credentials required;

        Guard(RegistryOptions.Credentials required) {
            super("schema registry", StandardCharsets.UTF_8);
            this.required = required;
        }

        @Override
        public boolean checkCredentials(String user, String password) {
            boolean sameUser = same(user, required.user());
            return same(password, required.password()) && sameUser;
        }

        private static boolean same(String given, String expected) {
            return MessageDigest.isEqual(
                    given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
        }
    }
}
