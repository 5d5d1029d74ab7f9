package io.fleck.stream.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each role does what its plan says and nothing else: every pair of a role and a topic is tried on a real broker. */
final class AccessIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final byte[] RECORD = "record".getBytes(StandardCharsets.UTF_8);
    private static final Topics NAMES = SecuredCluster.NAMES;
    private static final Topics OTHER_LINE = new Topics("line2.");

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // started before all tests
    private static SecuredCluster cluster;

    @BeforeAll
    static void start() throws Exception {
        cluster = SecuredCluster.start(folder);
        Map<String, Object> open = Map.of("bootstrap.servers", cluster.plainServers());
        try (var producer = new KafkaProducer<>(open, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Topics names : List.of(NAMES, OTHER_LINE)) {
                for (Topic topic : Topic.values()) {
                    producer.send(new ProducerRecord<>(names.name(topic), RECORD, RECORD))
                            .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
                }
            }
        }
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    /** What can be tried; says whether the broker let it happen. */
    @FunctionalInterface
    private interface Attempt {
        void make() throws Exception;
    }

    private static boolean allowed(Attempt attempt) throws Exception {
        try {
            attempt.make();
            return true;
        } catch (AuthorizationException e) {
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                return false;
            }
            throw e;
        }
    }

    private static boolean allowed(KafkaFuture<?> answer) throws Exception {
        return allowed(() -> answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS));
    }

    private static Map<String, Object> client(Map<String, String> settings, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(more);
        return all;
    }

    private static boolean writes(Map<String, String> user, String topic) throws Exception {
        Map<String, Object> settings = client(user, Map.of("enable.idempotence", false));
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            return allowed(() -> producer.send(new ProducerRecord<>(topic, RECORD, RECORD))
                    .get(LIMIT.toSeconds(), TimeUnit.SECONDS));
        }
    }

    private static boolean reads(Map<String, String> user, String topic) throws Exception {
        TopicPartition partition = new TopicPartition(topic, 0);
        Map<String, Object> settings = client(user, Map.of("auto.offset.reset", "earliest"));
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            return allowed(() -> {
                long deadline = System.nanoTime() + LIMIT.toNanos();
                while (consumer.poll(Duration.ofMillis(100)).isEmpty()) {
                    if (System.nanoTime() - deadline > 0) {
                        throw new TimeoutException("neither a record of " + topic + " nor a refusal");
                    }
                }
            });
        }
    }

    private static boolean planned(Role role, String topic, AclOperation operation) {
        return SecuredCluster.PLAN.grants(role).stream()
                .anyMatch(grant -> grant.resource().name().equals(topic)
                        && grant.operations().contains(operation));
    }

    @ParameterizedTest
    @EnumSource
    void shouldLetARoleReadAndWriteWhatItsPlanSaysAndNoOtherTopic(Role role) throws Exception {
        List<String> wrong = new ArrayList<>();
        Map<String, String> user = cluster.byCertificate(role.label());
        for (Topics names : List.of(NAMES, OTHER_LINE)) {
            for (Topic topic : Topic.values()) {
                String name = names.name(topic);
                if (reads(user, name) != planned(role, name, AclOperation.READ)) {
                    wrong.add("reads " + name);
                }
                if (writes(user, name) != planned(role, name, AclOperation.WRITE)) {
                    wrong.add("writes " + name);
                }
            }
        }
        assertThat(wrong)
                .as("where the broker differs from the plan of " + role)
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepTheAdministratorsWorkFromEveryRole(Role role) throws Exception {
        String topic = NAMES.name(Topic.RESULTS);
        ConfigResource settings = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        AlterConfigOp shorter = new AlterConfigOp(new ConfigEntry("retention.ms", "1"), AlterConfigOp.OpType.SET);
        try (Admin admin = Admin.create(client(cluster.byPassword(role), Map.of()))) {
            assertThat(allowed(admin.createTopics(List.of(new NewTopic("line1.another", 1, (short) 1)))
                            .all()))
                    .as("creates a topic")
                    .isFalse();
            assertThat(allowed(admin.deleteTopics(List.of(topic)).all()))
                    .as("deletes a topic")
                    .isFalse();
            assertThat(allowed(admin.incrementalAlterConfigs(Map.of(settings, List.of(shorter)))
                            .all()))
                    .as("changes a topic")
                    .isFalse();
            assertThat(allowed(admin.describeAcls(AclBindingFilter.ANY).values()))
                    .as("reads the rules")
                    .isFalse();
            assertThat(allowed(admin.describeUserScramCredentials().all()))
                    .as("reads the users")
                    .isFalse();
            NewTopic store = new NewTopic(SecuredCluster.APPLICATION + "-" + role.label() + "-changelog", 1, (short) 1);
            assertThat(allowed(admin.createTopics(List.of(store)).all()))
                    .as("creates what Kafka Streams keeps")
                    .isEqualTo(role == Role.APP);
        }
    }

    private static boolean commits(Role role, String group, Topic topic) throws Exception {
        Map<String, Object> settings = client(cluster.byPassword(role), Map.of("group.id", group));
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(NAMES.name(topic), 0);
            consumer.assign(List.of(partition));
            return allowed(() -> consumer.commitSync(Map.of(partition, new OffsetAndMetadata(0)), LIMIT));
        }
    }

    @Test
    void shouldLetEachRoleUseOnlyItsOwnGroups() throws Exception {
        assertThat(commits(Role.MES, "line1.mes-archive", Topic.RESULTS)).isTrue();
        assertThat(commits(Role.MES, "line2.mes", Topic.RESULTS)).isFalse();
        assertThat(commits(Role.MES, SecuredCluster.APPLICATION, Topic.RESULTS))
                .as("an MES moves the application")
                .isFalse();
        assertThat(commits(Role.OPERATOR, SecuredCluster.APPLICATION, Topic.RESULTS))
                .as("an operator moves the application")
                .isFalse();
        assertThat(commits(Role.APP, SecuredCluster.APPLICATION, Topic.FRAMES)).isTrue();
        assertThat(commits(Role.APP, "line1.mes", Topic.FRAMES)).isFalse();
    }

    private static boolean transacts(Role role, String id) throws Exception {
        Map<String, Object> settings =
                client(cluster.byPassword(role), Map.of("transactional.id", id, "max.block.ms", LIMIT.toMillis()));
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            return allowed(producer::initTransactions);
        }
    }

    /** Whoever may use a transactional id can end the transactions of its owner. */
    @Test
    void shouldLetNobodyFenceTheApplication() throws Exception {
        String id = SecuredCluster.APPLICATION + "-1";
        assertThat(transacts(Role.APP, id)).isTrue();
        assertThat(transacts(Role.OPERATOR, id)).isFalse();
        assertThat(transacts(Role.GATEWAY, id)).isFalse();
        assertThat(transacts(Role.MES, id)).isFalse();
    }

    private static KafkaFuture<?> look(Map<String, String> user, Admin[] opened) {
        opened[0] = Admin.create(client(user, Map.of("request.timeout.ms", 20_000)));
        return opened[0].describeCluster().nodes();
    }

    private static void refused(Map<String, String> user, Class<? extends Throwable> as) {
        Admin[] opened = new Admin[1];
        try {
            assertThatThrownBy(() -> look(user, opened).get(LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .hasCauseInstanceOf(as);
        } finally {
            opened[0].close(Duration.ZERO);
        }
    }

    @Test
    void shouldRefuseWhoCannotShowWhoTheyAre() {
        refused(cluster.byPassword("gateway", "wrong"), SaslAuthenticationException.class);
        refused(cluster.byPassword("nobody", "password-of-gateway"), SaslAuthenticationException.class);
        refused(cluster.byCertificate("stranger"), SslAuthenticationException.class);
    }

    @Test
    void shouldRefuseABrokerThatIsNotTrusted() {
        Map<String, String> elsewhere = new HashMap<>(cluster.byPassword(Role.GATEWAY));
        elsewhere.put(
                "ssl.truststore.location", folder.resolve("broker-trust.p12").toString());
        refused(elsewhere, SslAuthenticationException.class);
    }
}
