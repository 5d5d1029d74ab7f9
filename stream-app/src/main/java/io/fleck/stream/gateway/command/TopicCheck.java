package io.fleck.stream.gateway.command;

import io.fleck.cli.CommandException;
import io.fleck.stream.gateway.GatewayClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** A missing topic is told at once instead of being waited for; a broker that is away is waited for. */
final class TopicCheck {
    private static final int ATTEMPT_MILLIS = 5_000;
    private static final Duration RETRY = Duration.ofSeconds(1);

    private TopicCheck() {}

    /**
     * Returns when the topic is there and the leader of each partition answers, or when stopped. A producer that begins
     * before may have its first batch refused and its second taken; then the first is out of order for ever.
     *
     * @param tell gets one line when the broker does not answer
     * @throws CommandException when the broker says that there is no such topic, or refuses to say
     */
    static void await(Admin admin, String topic, GatewayClock clock, BooleanSupplier stopped, Consumer<String> tell)
            throws InterruptedException {
        boolean told = false;
        while (!stopped.getAsBoolean() && !served(admin, topic)) {
            if (!told) {
                tell.accept("waiting: no broker answers for topic " + topic);
                told = true;
            }
            clock.await(RETRY);
        }
    }

    private static boolean served(Admin admin, String topic) throws InterruptedException {
        try {
            var unused = admin.listOffsets(ends(admin, topic), new ListOffsetsOptions().timeoutMs(ATTEMPT_MILLIS))
                    .all()
                    .get();
            return true;
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            if (cause instanceof UnknownTopicOrPartitionException) {
                throw CommandException.failed(
                        "topic " + topic + " is not there; './fleck topics apply' makes what is missing");
            }
            if (cause instanceof RetriableException) {
                return false;
            }
            throw CommandException.failed("topic " + topic + ": " + cause.getMessage(), e);
        }
    }

    private static Map<TopicPartition, OffsetSpec> ends(Admin admin, String topic)
            throws ExecutionException, InterruptedException {
        DescribeTopicsOptions limit = new DescribeTopicsOptions().timeoutMs(ATTEMPT_MILLIS);
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (TopicDescription description : admin.describeTopics(List.of(topic), limit)
                .allTopicNames()
                .get()
                .values()) {
            for (TopicPartitionInfo partition : description.partitions()) {
                ends.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest());
            }
        }
        return ends;
    }
}
