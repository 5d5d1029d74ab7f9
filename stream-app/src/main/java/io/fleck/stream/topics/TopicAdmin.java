package io.fleck.stream.topics;

import io.fleck.stream.topics.TopicDifference.Missing;
import io.fleck.stream.topics.TopicDifference.OtherConfig;
import io.fleck.stream.topics.TopicDifference.TooFewPartitions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/** Plans and changes topics through Kafka's admin client, which stays its owner's to close. */
public final class TopicAdmin {
    private static final long POLL_NANOS = Duration.ofMillis(50).toNanos();

    private final Admin admin;
    private final Duration patience;

    /**
     * Works through an admin client.
     *
     * @param patience how long one request to the cluster may take
     */
    public TopicAdmin(Admin admin, Duration patience) {
        this.admin = admin;
        this.patience = patience;
    }

    /**
     * Compares the cluster with a layout, changing nothing.
     *
     * @throws TopicsException when the cluster cannot be asked
     */
    public TopicPlan plan(TopicLayout layout) {
        Set<String> wanted =
                Arrays.stream(Topic.values()).map(layout.names()::name).collect(Collectors.toSet());
        Set<String> there = await("listing topics", admin.listTopics().names());
        return TopicPlan.of(
                layout, existing(wanted.stream().filter(there::contains).toList()));
    }

    /**
     * Carries a plan out, as far as it can be, and returns when the cluster shows it and serves what is new.
     *
     * @return what is left: nothing but what cannot be changed in place
     * @throws TopicsException when the cluster refuses; what came before stays done
     */
    public TopicPlan apply(TopicPlan plan) {
        create(plan.missing());
        Set<String> grown = plan.missing().stream().map(Missing::topic).collect(Collectors.toSet());
        for (TopicDifference difference : plan.differences()) {
            if (difference instanceof OtherConfig other) {
                change(other);
            } else if (difference instanceof TooFewPartitions few) {
                extend(few);
                grown.add(few.topic());
            }
        }
        TopicPlan left = await(
                plan.layout(),
                now -> now.differences().size() == now.unchangeable().size());
        awaitLeaders(grown);
        return left;
    }

    /**
     * Creates the missing topics of a plan and returns when the cluster shows and serves them. One that somebody else created
     * meanwhile is left as it is.
     *
     * @return what is left, other differences among it
     * @throws TopicsException when the cluster refuses one of them
     */
    public TopicPlan createMissing(TopicPlan plan) {
        create(plan.missing());
        TopicPlan left = await(plan.layout(), now -> now.missing().isEmpty());
        awaitLeaders(plan.missing().stream().map(Missing::topic).toList());
        return left;
    }

    private void create(Collection<Missing> missing) {
        Map<String, KafkaFuture<Void>> creations = admin.createTopics(
                        missing.stream().map(TopicAdmin::newTopic).toList())
                .values();
        creations.forEach((topic, creation) -> {
            try {
                await("creating " + topic, creation);
            } catch (TopicsException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        });
    }

    /** A broker learns of what a controller has done a moment later, and a stream that starts before then fails. */
    private TopicPlan await(TopicLayout layout, Predicate<TopicPlan> done) {
        long deadline = System.nanoTime() + patience.toNanos();
        TopicPlan now = plan(layout);
        while (!done.test(now)) {
            if (System.nanoTime() - deadline > 0) {
                throw new TopicsException("the cluster took the changes and does not show them after "
                        + patience.toSeconds() + " s: " + now.differences());
            }
            LockSupport.parkNanos(POLL_NANOS);
            now = plan(layout);
        }
        return now;
    }

    /**
     * Waits until each partition's leader answers for it. A producer that begins before may have its first batch refused
     * and its second taken, as a partition without content takes any sequence number; then the first is out of order for
     * ever.
     */
    private void awaitLeaders(Collection<String> names) {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        await("describing topics", admin.describeTopics(names).allTopicNames())
                .forEach((name, description) -> description
                        .partitions()
                        .forEach(partition ->
                                ends.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        await("waiting for the leaders of " + names, admin.listOffsets(ends).all());
    }

    private Map<String, ExistingTopic> existing(Collection<String> names) {
        Map<String, TopicDescription> descriptions =
                await("describing topics", admin.describeTopics(names).allTopicNames());
        Map<ConfigResource, Config> configs = await(
                "reading topic settings",
                admin.describeConfigs(names.stream().map(TopicAdmin::resource).toList())
                        .all());
        Map<String, ExistingTopic> existing = new HashMap<>();
        descriptions.forEach((name, description) -> existing.put(
                name,
                new ExistingTopic(
                        description.partitions().size(),
                        description.partitions().get(0).replicas().size(),
                        values(configs.get(resource(name))))));
        return existing;
    }

    private static Map<String, String> values(@Nullable Config config) {
        Map<String, String> values = new HashMap<>();
        if (config != null) {
            config.entries().stream()
                    .filter(entry -> entry.value() != null)
                    .forEach(entry -> values.put(entry.name(), entry.value()));
        }
        return values;
    }

    private void change(OtherConfig difference) {
        AlterConfigOp operation =
                new AlterConfigOp(new ConfigEntry(difference.key(), difference.wanted()), AlterConfigOp.OpType.SET);
        await(
                "changing " + difference.key() + " of " + difference.topic(),
                admin.incrementalAlterConfigs(Map.of(resource(difference.topic()), List.of(operation)))
                        .all());
    }

    private void extend(TooFewPartitions difference) {
        await(
                "extending " + difference.topic(),
                admin.createPartitions(Map.of(difference.topic(), NewPartitions.increaseTo(difference.wanted())))
                        .all());
    }

    private static NewTopic newTopic(Missing missing) {
        TopicSettings wanted = missing.wanted();
        Optional<Short> copies =
                wanted.replication().stream().mapToObj(number -> (short) number).findFirst();
        return new NewTopic(missing.topic(), Optional.of(wanted.partitions()), copies).configs(wanted.configs());
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private <T> T await(String what, KafkaFuture<T> future) {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new TopicsException(what + ": " + cause.getMessage(), cause);
        } catch (TimeoutException e) {
            throw new TopicsException(what + ": the cluster did not answer within " + patience.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TopicsException(what + ": interrupted", e);
        }
    }
}
