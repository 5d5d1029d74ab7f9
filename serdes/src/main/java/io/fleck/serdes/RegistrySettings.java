package io.fleck.serdes;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SslConfigs;
import org.jspecify.annotations.Nullable;

/**
 * Where the schema registry is and how to be let in, under the names that every Confluent client uses:
 * {@code schema.registry.url} (one or several, separated by commas), {@code basic.auth.*}, {@code bearer.auth.*},
 * {@code schema.registry.ssl.*}, {@code schema.registry.http.*.timeout.ms}, {@code schema.registry.proxy.*}.
 *
 * <p>Some defaults differ from the client's own. Requests give up after 5 s (connect) and 10 s (read) instead of 60 s,
 * and are not repeated inside the client: a stream thread that waits for a registry must keep polling, so waiting is
 * its caller's. Host names in certificates are verified, which the client leaves off. Where credentials stand in the
 * settings or in a URL, they are used; the client wants to be told so by a second key.
 */
public final class RegistrySettings {
    /** Key of the URL or URLs. */
    public static final String URL = "schema.registry.url";

    private static final String NAMESPACE = "schema.registry.";
    private static final Map<String, String> DEFAULTS = Map.of(
            "schema.registry.http.connect.timeout.ms", "5000",
            "schema.registry.http.read.timeout.ms", "10000",
            "schema.registry.max.retries", "0",
            "schema.registry.ssl.endpoint.identification.algorithm", "https");
    private static final Set<String> SSL = sslKeys();
    private static final String BASIC_SOURCE = "basic.auth.credentials.source";
    private static final String BEARER_SOURCE = "bearer.auth.credentials.source";
    private static final String USER_INFO = "basic.auth.user.info";

    /** The client's OAuth providers are not among them: they need classes that Kafka 4 no longer has. */
    private static final Map<String, Set<String>> SOURCES =
            Map.of(BASIC_SOURCE, Set.of("USER_INFO", "URL"), BEARER_SOURCE, Set.of("STATIC_TOKEN"));

    static final Set<String> AUTHENTICATION = Set.of(
            BASIC_SOURCE,
            USER_INFO,
            BEARER_SOURCE,
            "bearer.auth.token",
            "bearer.auth.logical.cluster",
            "bearer.auth.identity.pool.id");
    static final Set<String> TRANSPORT = Set.of(
            "url",
            "url.randomize",
            "http.connect.timeout.ms",
            "http.read.timeout.ms",
            "max.retries",
            "retries.wait.ms",
            "retries.max.wait.ms",
            "proxy.host",
            "proxy.port",
            "latest.cache.ttl.sec",
            "missing.cache.size",
            "missing.id.cache.ttl.sec",
            "missing.version.cache.ttl.sec",
            "missing.schema.cache.ttl.sec");

    private final Map<String, String> settings;
    private final List<String> urls;

    private RegistrySettings(Map<String, String> settings, List<String> urls) {
        this.settings = settings;
        this.urls = urls;
    }

    /** A registry without authentication at one URL or at several separated by commas. */
    public static RegistrySettings at(String urls) {
        return of(Map.of(URL, urls));
    }

    /**
     * Settings as a configuration file holds them.
     *
     * @param settings values by key; every key must be one that the registry client reads
     * @throws IllegalArgumentException naming the key that is unknown or the URL that is missing or wrong
     */
    public static RegistrySettings of(Map<String, String> settings) {
        settings.keySet().forEach(RegistrySettings::requireKnown);
        SOURCES.forEach((key, allowed) -> requireSource(key, settings.get(key), allowed));
        List<String> urls = Arrays.stream(settings.getOrDefault(URL, "").split(","))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .toList();
        if (urls.isEmpty()) {
            throw new IllegalArgumentException(URL + " is missing; give one URL or several separated by commas");
        }
        urls.forEach(RegistrySettings::requireUrl);
        Map<String, String> all = new LinkedHashMap<>(DEFAULTS);
        if (settings.containsKey(USER_INFO)) {
            all.put(BASIC_SOURCE, "USER_INFO");
        } else if (urls.stream().anyMatch(url -> !withoutCredentials(url).equals(url))) {
            all.put(BASIC_SOURCE, "URL");
        }
        all.putAll(settings);
        return new RegistrySettings(Map.copyOf(all), urls);
    }

    /** Whether a key is meant for the registry client, known to it or not, in a file that holds other settings too. */
    public static boolean concerns(String key) {
        return key.startsWith(NAMESPACE) || key.startsWith("basic.auth.") || key.startsWith("bearer.auth.");
    }

    /** Whether a key is one that the registry client reads. */
    public static boolean knows(String key) {
        String bare = key.startsWith(NAMESPACE) ? key.substring(NAMESPACE.length()) : key;
        return AUTHENTICATION.contains(bare)
                || (key.startsWith(NAMESPACE) && (TRANSPORT.contains(bare) || SSL.contains(bare)));
    }

    /** The URLs in the order in which they are tried. */
    public List<String> urls() {
        return urls;
    }

    /** Every setting by its full key, defaults included, as the Confluent classes take them. */
    public Map<String, String> asMap() {
        return settings;
    }

    /** The URLs without credentials, for messages. */
    String label() {
        return urls.stream().map(RegistrySettings::withoutCredentials).collect(Collectors.joining(","));
    }

    /** Names the URLs without credentials and no other value, so that no secret reaches a log. */
    @Override
    public String toString() {
        return "RegistrySettings[" + label() + "]";
    }

    private static void requireKnown(String key) {
        if (!knows(key)) {
            throw new IllegalArgumentException("'" + key + "' is no setting of the schema registry client; it reads "
                    + "schema.registry.url, schema.registry.ssl.*, schema.registry.http.*.timeout.ms, "
                    + "schema.registry.proxy.*, schema.registry.*retries*, basic.auth.* and bearer.auth.token");
        }
    }

    private static Set<String> sslKeys() {
        ConfigDef keys = new ConfigDef();
        SslConfigs.addClientSslSupport(keys);
        return keys.names();
    }

    private static void requireSource(String key, @Nullable String source, Set<String> allowed) {
        if (source != null && !allowed.contains(source)) {
            throw new IllegalArgumentException(key + "=" + source + " is not supported; allowed is one of " + allowed);
        }
    }

    private static void requireUrl(String url) {
        if (!url.matches("(?i)(https?|mock)://\\S+")) {
            throw new IllegalArgumentException(URL + ": '" + withoutCredentials(url)
                    + "' is no URL; expected http://HOST:PORT or https://HOST:PORT");
        }
    }

    private static String withoutCredentials(String url) {
        return url.replaceAll("//[^/]*@", "//");
    }
}
