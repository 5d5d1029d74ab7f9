package io.fleck.stream.config;

import io.fleck.stream.claims.ClaimSettings;
import io.fleck.stream.claims.S3Area;
import io.fleck.stream.claims.S3Connection;
import io.fleck.stream.claims.S3Connection.Credentials;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** Reads where pictures may lie that are not in their records. */
public final class ClaimsConfig {
    static final String TIMEOUT = "claims.timeout";
    private static final String FETCHES = "claims.fetches";
    private static final String PREFIX = "claims.";
    private static final String ROOTS = "claims.file.roots";
    private static final String BUCKETS = "claims.s3.buckets";
    private static final String ENDPOINT = "claims.s3.endpoint";
    private static final String REGION = "claims.s3.region";
    private static final String PATH_STYLE = "claims.s3.path-style";
    private static final String ACCESS_KEY = "claims.s3.access-key";
    private static final String SECRET_KEY = "claims.s3.secret-key";
    private static final Kind<List<Path>> ROOTS_KIND =
            Kinds.listOf(Kinds.path(), "paths, separated by commas; a relative one starts at this file's folder");
    private static final Kind<List<S3Area>> BUCKETS_KIND = Kinds.listOf(
            new Kind<>("bucket", "BUCKET or BUCKET/PREFIX", S3Area::parse),
            "BUCKET or BUCKET/PREFIX, separated by commas");
    private static final Kind<URI> ENDPOINT_KIND =
            new Kind<>("URL", "http://HOST:PORT or https://HOST:PORT", URI::create);
    private static final Kind<Duration> TIMEOUT_KIND = Kinds.duration("100ms", "60s");

    private ClaimsConfig() {}

    static void define(ConfigDef keys) {
        new Section(keys, "Claim checks")
                .optional(
                        ROOTS,
                        ROOTS_KIND,
                        "Folders below which pictures may lie that frames name by file: locations; none when absent. Name"
                                + " a folder within a mounted disk, not its mount point: a disk that is away is waited for.")
                .optional(
                        BUCKETS,
                        BUCKETS_KIND,
                        "Buckets in which pictures may lie that frames name by s3: locations; none when absent. The"
                                + " credentials need s3:GetObject, and s3:ListBucket so that a missing object is told"
                                + " from one that may not be read.")
                .optional(ENDPOINT, ENDPOINT_KIND, "Where S3 is, if not at Amazon.")
                .optional(
                        REGION,
                        Kinds.text("a region such as eu-central-1"),
                        "Region of the buckets. Default: what the S3 client finds in its environment; with an endpoint"
                                + " us-east-1.")
                .flag(
                        PATH_STYLE,
                        false,
                        "Write the bucket into the path instead of the host name; most stores but Amazon's need it.")
                .secret(
                        ACCESS_KEY,
                        "Access key of S3. Default: what the S3 client finds: environment, profile, container, instance.")
                .secret(SECRET_KEY, "Secret key that belongs to it; both or neither.")
                .value(
                        TIMEOUT,
                        "3s",
                        TIMEOUT_KIND,
                        "Most time to fetch one picture; a store that takes longer counts as away, and the frame waits."
                                + " Under exactly_once_v2 at most half of the producer's transaction.timeout.ms.")
                .integer(
                        FETCHES,
                        ClaimSettings.FETCHES,
                        1,
                        256,
                        "Most pictures that are fetched at the same time, each on a thread of its own. A frame whose"
                                + " picture would be one more waits, and so do those behind it, of other cameras too:"
                                + " more for a store that answers late, fewer for one whose bandwidth they share.");
    }

    /** Whether a key is one of these. */
    public static boolean concerns(String key) {
        return key.startsWith(PREFIX);
    }

    /**
     * Reads settings of which others may be about something else.
     *
     * @param base folder at which relative paths start
     * @throws ConfigurationException when a key is not known or a value not allowed
     */
    public static ClaimSettings of(Map<String, String> settings, Path base) {
        Map<String, String> own = new HashMap<>(settings);
        own.keySet().removeIf(key -> !concerns(key));
        ConfigDef keys = new ConfigDef();
        define(keys);
        for (String key : own.keySet()) {
            if (!keys.names().contains(key)) {
                throw new ConfigurationException(key + " is not known");
            }
        }
        try {
            return read(new AbstractConfig(keys, own, false), base);
        } catch (ConfigException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()));
        }
    }

    static ClaimSettings read(AbstractConfig values, Path base) {
        List<Path> roots = ROOTS_KIND.find(values, ROOTS).orElse(List.of());
        return new ClaimSettings(
                roots.stream().map(base::resolve).toList(),
                BUCKETS_KIND.find(values, BUCKETS).orElse(List.of()),
                connection(values),
                TIMEOUT_KIND.get(values, TIMEOUT),
                values.getInt(FETCHES));
    }

    private static S3Connection connection(AbstractConfig values) {
        try {
            return new S3Connection(
                    ENDPOINT_KIND.find(values, ENDPOINT),
                    Optional.ofNullable(values.getString(REGION)),
                    values.getBoolean(PATH_STYLE),
                    credentials(values));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(PREFIX + "s3." + e.getMessage());
        }
    }

    private static Optional<Credentials> credentials(AbstractConfig values) {
        Password accessKey = values.getPassword(ACCESS_KEY);
        Password secretKey = values.getPassword(SECRET_KEY);
        if ((accessKey == null) != (secretKey == null)) {
            throw new ConfigurationException(
                    ACCESS_KEY + " and " + SECRET_KEY + " go together; one of them is missing");
        }
        return accessKey == null ? Optional.empty() : Optional.of(new Credentials(accessKey.value(), secretKey));
    }
}
