package io.fleck.stream.deadletters;

import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends dead letters to the topics that they came from, in transactions that also write down which were sent: so each goes
 * once, whatever crashes in between, until one is asked for again. A second replayer at the same time puts an end to the
 * first. Used by one thread.
 */
public final class Replayer implements AutoCloseable {
    /** What became of a dead letter. */
    public enum Fate {
        /** Its input was sent again. */
        REPLAYED,
        /** It was sent again before. */
        ALREADY_REPLAYED,
        /** It does not say where it came from, or came from a topic that is no input of this application. */
        NO_INPUT
    }

    /**
     * How to reach the cluster.
     *
     * @param bootstrap host:port, or several separated by commas
     * @param consumer the user's own settings of consumers
     * @param producer the user's own settings of producers
     */
    public record Cluster(String bootstrap, Map<String, String> consumer, Map<String, String> producer) {}

    /**
     * What is sent.
     *
     * @param again whether what was sent before is sent once more
     * @param most how many are sent at most
     */
    public record Rules(boolean again, long most) {}

    private static final String NAME = "fleck-dead-letters";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** A dead letter's largest size, 21 MiB, holds its input and headers. */
    private static final int LARGEST = 21 << 20;

    private final Producer<byte[], byte[]> producer;
    private final ConsumerGroupMetadata group;
    private final ReplayBook book;
    private final Set<String> inputs;
    private final boolean again;
    private long left;

    Replayer(
            Producer<byte[], byte[]> producer,
            ConsumerGroupMetadata group,
            ReplayBook book,
            Set<String> inputs,
            Rules rules) {
        this.producer = producer;
        this.group = group;
        this.book = book;
        this.inputs = inputs;
        this.again = rules.again();
        this.left = rules.most();
    }

    /**
     * Connects and opens the book.
     *
     * @param cluster how to reach it
     * @param beginnings where the partitions of the dead letters begin
     * @throws ReplayException when the cluster does not answer or does not allow it
     */
    public static Replayer open(Cluster cluster, Topics names, Map<TopicPartition, Long> beginnings, Rules rules) {
        Producer<byte[], byte[]> producer = producer(cluster, names);
        try (Consumer<byte[], byte[]> consumer = consumer(cluster, names)) {
            // A transaction that a crash left open is ended here, before the book is read.
            producer.initTransactions();
            ReplayBook book = ReplayBook.read(
                    names.name(Topic.DEAD_LETTERS), consumer.committed(beginnings.keySet(), PATIENCE), beginnings);
            return new Replayer(
                    producer,
                    consumer.groupMetadata(),
                    book,
                    Set.of(names.name(Topic.FRAMES), names.name(Topic.WAFER_MAPS)),
                    rules);
        } catch (KafkaException | IllegalArgumentException e) {
            producer.close(Duration.ZERO);
            throw new ReplayException("the book of replays cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Name of the consumer group whose offsets hold the book, and of the transactions. */
    public static String groupOf(Topics names) {
        return names.prefix() + NAME;
    }

    /** Joins no group: it reads the offsets that the book is kept in. */
    private static Consumer<byte[], byte[]> consumer(Cluster cluster, Topics names) {
        Map<String, Object> all = new HashMap<>(cluster.consumer());
        all.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrap());
        all.put(ConsumerConfig.GROUP_ID_CONFIG, groupOf(names));
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Producer<byte[], byte[]> producer(Cluster cluster, Topics names) {
        Map<String, Object> all = new HashMap<>(cluster.producer());
        all.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrap());
        all.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, groupOf(names));
        all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST);
        all.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * LARGEST);
        all.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
        return new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Sends those of some letters that are wanted, in one transaction.
     *
     * @param letters in the order of their partitions, none left out between calls
     * @param wanted asked for each letter in turn
     * @param told what became of those that are wanted, once it is committed
     * @throws ReplayException when none of them was sent
     */
    public void replay(List<DeadLetter> letters, Predicate<DeadLetter> wanted, BiConsumer<DeadLetter, Fate> told) {
        List<DeadLetter> chosen = new ArrayList<>();
        List<Fate> fates = new ArrayList<>();
        for (DeadLetter letter : letters) {
            Fate fate = fate(letter);
            if (wanted.test(letter) && (fate != Fate.REPLAYED || left > 0)) {
                chosen.add(letter);
                fates.add(fate);
                if (fate == Fate.REPLAYED) {
                    left--;
                    book.add(letter.id());
                }
            }
            book.pass(letter.id());
        }
        send(chosen, fates);
        for (int i = 0; i < chosen.size(); i++) {
            told.accept(chosen.get(i), fates.get(i));
        }
    }

    /**
     * Sends one letter if it is wanted, whichever came before it, in a transaction of its own.
     *
     * @param told as for {@link #replay}
     * @throws ReplayException when it was not sent
     */
    public void replayAlone(DeadLetter letter, Predicate<DeadLetter> wanted, BiConsumer<DeadLetter, Fate> told) {
        book.leap(letter.id().partition());
        replay(List.of(letter), wanted, told);
    }

    private Fate fate(DeadLetter letter) {
        if (!inputs.contains(letter.topic())) {
            return Fate.NO_INPUT;
        }
        return book.contains(letter.id()) && !again ? Fate.ALREADY_REPLAYED : Fate.REPLAYED;
    }

    private void send(List<DeadLetter> chosen, List<Fate> fates) {
        Set<Integer> partitions = new TreeSet<>();
        try {
            for (int i = 0; i < chosen.size(); i++) {
                if (fates.get(i) == Fate.REPLAYED) {
                    if (partitions.isEmpty()) {
                        producer.beginTransaction();
                    }
                    partitions.add(chosen.get(i).id().partition());
                    // The commit waits for it, and fails where it fails.
                    var unused = producer.send(chosen.get(i).replay());
                }
            }
            if (!partitions.isEmpty()) {
                producer.sendOffsetsToTransaction(book.pages(partitions), group);
                producer.commitTransaction();
            }
        } catch (ProducerFencedException e) {
            throw new ReplayException("another replay began meanwhile; this one ends", e);
        } catch (KafkaException e) {
            throw abort(e);
        }
    }

    private ReplayException abort(KafkaException error) {
        Throwable cause = error.getCause() == null ? error : error.getCause();
        ReplayException failure = new ReplayException("dead letters were not sent: " + cause.getMessage(), error);
        try {
            producer.abortTransaction();
        } catch (KafkaException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    @Override
    public void close() {
        producer.close(PATIENCE);
    }
}
