package io.fleck.stream.gateway.command;

import io.fleck.cli.CommandException;
import io.fleck.stream.gateway.GatewayClock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** A missing topic is told at once instead of being waited for; a broker that is away is waited for. */
final class TopicCheck {
    private static final Duration ATTEMPT = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private TopicCheck() {}

    /**
     * Returns when the topic is there, or when stopped.
     *
     * @param tell gets one line when the broker does not answer
     * @throws CommandException when the broker says that there is no such topic, or refuses to say
     */
    static void await(Admin admin, String topic, GatewayClock clock, BooleanSupplier stopped, Consumer<String> tell)
            throws InterruptedException {
        boolean told = false;
        while (!stopped.getAsBoolean() && !exists(admin, topic)) {
            if (!told) {
                tell.accept("waiting: no broker answers");
                told = true;
            }
            clock.await(RETRY);
        }
    }

    private static boolean exists(Admin admin, String topic) throws InterruptedException {
        DescribeTopicsOptions limit = new DescribeTopicsOptions().timeoutMs((int) ATTEMPT.toMillis());
        try {
            var unused =
                    admin.describeTopics(List.of(topic), limit).allTopicNames().get();
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
}
