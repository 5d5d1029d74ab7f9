package io.fleck.stream.access;

import io.fleck.cluster.ClusterOptions;
import io.fleck.cluster.LocalCluster;
import io.fleck.cluster.broker.Listener;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.RegistrySettings;
import io.fleck.stream.Eventually;
import io.fleck.stream.topics.SchemaAdmin;
import io.fleck.stream.topics.TopicAdmin;
import io.fleck.stream.topics.TopicLayout;
import io.fleck.stream.topics.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclPermissionType;

/**
 * A broker whose authorizer refuses what no rule allows, a user for each role, and a registry behind a password. Its
 * administrator comes in by the plain listener; roles come in with a password or with a certificate, over TLS both.
 */
final class SecuredCluster implements AutoCloseable {
    static final String APPLICATION = "line1-fleck";
    static final Topics NAMES = new Topics("line1.");
    static final AccessPlan PLAN = new AccessPlan(NAMES, APPLICATION);
    private static final String PASSWORDS = "PASSWORDS";
    private static final String CERTIFICATES = "CERTIFICATES";
    private static final String REGISTRY_USER = "line1";
    private static final String REGISTRY_PASSWORD = "of-the-registry";
    private static final String MECHANISM = "SCRAM-SHA-512";

    private final LocalCluster cluster;
    private final Path folder;
    private final Admin admin;

    private SecuredCluster(LocalCluster cluster, Path folder) {
        this.cluster = cluster;
        this.folder = folder;
        this.admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()));
    }

    /** Starts everything with one partition a topic. */
    static SecuredCluster start(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        Keys keys = new Keys(folder);
        keys.make("broker");
        keys.make("stranger");
        for (Role role : Role.values()) {
            keys.make(role.label());
        }
        keys.trusting("clients-trust", List.of("broker"));
        keys.trusting(
                "broker-trust", Arrays.stream(Role.values()).map(Role::label).toList());
        SecuredCluster secured = new SecuredCluster(LocalCluster.start(options(folder)), folder);
        secured.prepare();
        return secured;
    }

    private static ClusterOptions options(Path folder) {
        Map<String, String> passwords = new HashMap<>(Keys.key(folder.resolve("broker.p12")));
        passwords.put("sasl.enabled.mechanisms", MECHANISM);
        passwords.put(
                "scram-sha-512.sasl.jaas.config", "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        Map<String, String> certificates = new HashMap<>(Keys.key(folder.resolve("broker.p12")));
        certificates.putAll(Keys.trust(folder.resolve("broker-trust.p12")));
        certificates.put("ssl.client.auth", "required");
        certificates.put("ssl.principal.mapping.rules", "RULE:^CN=([^,]+)$/$1/");
        return ClusterOptions.defaults()
                .withListener(new Listener(PASSWORDS, "SASL_SSL", passwords))
                .withListener(new Listener(CERTIFICATES, "SSL", certificates))
                .withBrokerSetting("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer")
                .withBrokerSetting("super.users", "User:ANONYMOUS")
                .withRegistryCredentials(REGISTRY_USER, REGISTRY_PASSWORD);
    }

    private void prepare() throws InterruptedException {
        TopicAdmin topics = new TopicAdmin(admin, Duration.ofSeconds(60));
        for (Topics names : List.of(NAMES, new Topics("line2."))) {
            topics.apply(topics.plan(TopicLayout.defaults(names).withPartitions(1)));
        }
        try (AvroCodec codec = AvroCodec.of(RegistrySettings.of(registry()))) {
            new SchemaAdmin(codec.registrations()).register(NAMES);
        }
        List<AclBinding> rules = new ArrayList<>();
        for (Role role : Role.values()) {
            PLAN.grants(role).forEach(grant -> rules.addAll(bindings(role, grant)));
        }
        try {
            admin.createAcls(rules).all().get();
            admin.alterUserScramCredentials(Arrays.stream(Role.values())
                            .map(SecuredCluster::credentials)
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("rules and users", e);
        }
        Eventually.holds("rules and users", () -> known(rules.size()));
    }

    private static List<AclBinding> bindings(Role role, Grant grant) {
        return grant.operations().stream()
                .map(operation -> new AclBinding(
                        grant.resource(),
                        new AccessControlEntry("User:" + role.label(), "*", operation, AclPermissionType.ALLOW)))
                .toList();
    }

    private static UserScramCredentialAlteration credentials(Role role) {
        return new UserScramCredentialUpsertion(
                role.label(), new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4_096), password(role));
    }

    private boolean known(int rules) {
        try {
            return admin.describeAcls(AclBindingFilter.ANY).values().get().size() == rules
                    && admin.describeUserScramCredentials().users().get().size() == Role.values().length;
        } catch (ExecutionException e) {
            throw new IllegalStateException("rules and users", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static String password(Role role) {
        return "password-of-" + role.label();
    }

    /** The administrator's client, which this cluster closes. */
    Admin admin() {
        return admin;
    }

    /** Where only the administrator connects. */
    String plainServers() {
        return cluster.bootstrapServers();
    }

    /** Where roles connect that show a password. */
    String passwordServers() {
        return cluster.bootstrapServers(PASSWORDS);
    }

    /** Settings of a client that shows a password. */
    Map<String, String> byPassword(String user, String password) {
        Map<String, String> settings = new HashMap<>(Keys.trust(folder.resolve("clients-trust.p12")));
        settings.put("bootstrap.servers", cluster.bootstrapServers(PASSWORDS));
        settings.put("security.protocol", "SASL_SSL");
        settings.put("sasl.mechanism", MECHANISM);
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(user, password));
        return settings;
    }

    Map<String, String> byPassword(Role role) {
        return byPassword(role.label(), password(role));
    }

    /** Settings of a client that shows a certificate. */
    Map<String, String> byCertificate(String name) {
        Map<String, String> settings = new HashMap<>(Keys.trust(folder.resolve("clients-trust.p12")));
        settings.putAll(Keys.key(folder.resolve(name + ".p12")));
        settings.put("bootstrap.servers", cluster.bootstrapServers(CERTIFICATES));
        settings.put("security.protocol", "SSL");
        return settings;
    }

    /** Settings of the registry's clients. */
    Map<String, String> registry() {
        return Map.of(
                "schema.registry.url",
                cluster.registryUrl(),
                "basic.auth.user.info",
                REGISTRY_USER + ":" + REGISTRY_PASSWORD);
    }

    @Override
    public void close() {
        admin.close();
        cluster.close();
    }
}
