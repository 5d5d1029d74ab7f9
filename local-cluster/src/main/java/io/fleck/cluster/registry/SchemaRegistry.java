package io.fleck.cluster.registry;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
        server.createContext("/", new RegistryHandler(routes(store), new Guard(options.credentials())));
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
}
