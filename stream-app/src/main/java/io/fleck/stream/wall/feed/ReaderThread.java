package io.fleck.stream.wall.feed;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A consumer and the thread that it belongs to. What goes wrong with Kafka or the registry is tried again. */
final class ReaderThread implements AutoCloseable {
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration CLOSE = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(ReaderThread.class);

    /** One round of reading. */
    interface Round {
        /** Reads what is there; called again and again. */
        void run();
    }

    private final Consumer<byte[], byte[]> consumer;
    private final Round round;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);

    private ReaderThread(String name, Consumer<byte[], byte[]> consumer, Round round) {
        this.consumer = consumer;
        this.round = round;
        this.thread = new Thread(this::work, name);
        this.thread.setDaemon(true);
    }

    static ReaderThread start(String name, Consumer<byte[], byte[]> consumer, Round round) {
        ReaderThread reader = new ReaderThread(name, consumer, round);
        reader.thread.start();
        return reader;
    }

    private void work() {
        try {
            while (closing.getCount() > 0) {
                attempt();
            }
        } catch (WakeupException | InterruptException e) {
            LOG.debug("{} ends", thread.getName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(CLOSE));
        }
    }

    private void attempt() throws InterruptedException {
        try {
            round.run();
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (KafkaException | io.fleck.serdes.RegistryUnavailableException e) {
            LOG.warn("the wall reads on in a second: {}", e.getMessage());
            var unused = closing.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Ends the thread and its consumer, within a few seconds. */
    @Override
    public void close() {
        closing.countDown();
        consumer.wakeup();
        try {
            thread.join(2 * CLOSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
