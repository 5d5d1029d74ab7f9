package io.fleck.stream.app;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/**
 * Clients whose group members leave when they close. Kafka Streams lets a thread that failed stay a member until its
 * session times out, and meanwhile the rebalance that its replacement needs waits for the dead.
 */
final class LeavingClients implements KafkaClientSupplier {
    /** The group protocol in which the broker assigns tasks; Streams then makes its consumers itself. */
    private static final String BROKER_ASSIGNS = "streams";

    private static final class LeavingConsumer extends KafkaConsumer<byte[], byte[]> {
        LeavingConsumer(Map<String, Object> settings) {
            super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        }

        @Override
        public void close(CloseOptions options) {
            super.close(options.withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
        }
    }

    /** A stream over such clients, where the group protocol allows it. */
    static KafkaStreams stream(Topology topology, Properties properties) {
        return brokerAssigns(properties)
                ? new KafkaStreams(topology, properties)
                : new KafkaStreams(topology, properties, new LeavingClients());
    }

    /** Whether these settings leave the assignment of tasks, and the sessions, to the broker. */
    static boolean brokerAssigns(Map<?, ?> settings) {
        return BROKER_ASSIGNS.equalsIgnoreCase(String.valueOf(settings.get(StreamsConfig.GROUP_PROTOCOL_CONFIG)));
    }

    @Override
    public Admin getAdmin(Map<String, Object> settings) {
        return Admin.create(settings);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> settings) {
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> settings) {
        return new LeavingConsumer(settings);
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> settings) {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> settings) {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
