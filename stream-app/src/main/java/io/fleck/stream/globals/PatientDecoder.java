package io.fleck.stream.globals;

import io.fleck.serdes.RegistryUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes values and waits on the calling thread while the registry is away: so nothing is passed over at a start only
 * because it could not be read just then. Used by one thread at a time; closing ends the waiting and may come from any
 * thread.
 *
 * @param <T> what a value holds
 */
public final class PatientDecoder<T> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PatientDecoder.class);

    private final String what;
    private final Function<byte[], T> decoder;
    private final Duration retry;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * A decoder.
     *
     * @param what a value is, for the log: "a recipe"
     * @param decoder throws {@link RegistryUnavailableException} while the registry is away
     * @param retry time between two attempts
     */
    public PatientDecoder(String what, Function<byte[], T> decoder, Duration retry) {
        this.what = what;
        this.decoder = decoder;
        this.retry = retry;
    }

    /** Empty when this was closed while waiting. */
    public Optional<T> decode(byte[] value) {
        boolean told = false;
        do {
            try {
                return Optional.of(decoder.apply(value));
            } catch (RegistryUnavailableException e) {
                if (!told) {
                    LOG.warn("{} waits for the registry: {}", what, e.getMessage());
                    told = true;
                }
            }
        } while (!isClosedAfterAWhile());
        return Optional.empty();
    }

    private boolean isClosedAfterAWhile() {
        try {
            return closed.await(retry.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Ends waiting; what was waited for is read again at the next start. */
    @Override
    public void close() {
        closed.countDown();
    }
}
