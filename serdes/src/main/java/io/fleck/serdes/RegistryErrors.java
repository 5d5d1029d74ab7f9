package io.fleck.serdes;

import com.google.common.util.concurrent.UncheckedExecutionException;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.Optional;

/**
 * Tells what the registry knows for certain from what it could not say just now.
 *
 * <p>Only the registry's own error codes count as an answer: a bare 404 comes as well from a proxy or a wrong path, and
 * taking it for an unknown schema would turn good records into dead letters. The client throws unchecked exceptions too
 * (an error without a body is one), so they are told apart here as well.
 */
final class RegistryErrors {
    /** Confluent's code of "subject not found". */
    private static final int SUBJECT_NOT_FOUND = 40401;
    /** Confluent's code of "version not found". */
    private static final int VERSION_NOT_FOUND = 40402;
    /** Confluent's code of "schema not found". */
    private static final int SCHEMA_NOT_FOUND = 40403;

    private final String registry;

    /** For a registry by the name that messages give it. */
    RegistryErrors(String registry) {
        this.registry = registry;
    }

    /** A request to the registry. */
    interface Request<T> {
        /** Makes it. */
        T send() throws IOException, RestClientException;
    }

    /**
     * Makes a request.
     *
     * @return the answer; empty when the registry answered that there is no such thing
     * @throws RegistryUnavailableException when it did not answer
     */
    <T> Optional<T> ask(Request<T> request) {
        try {
            return Optional.of(request.send());
        } catch (RestClientException e) {
            if (notFound(e)) {
                return Optional.empty();
            }
            throw unavailable(e);
        } catch (IOException | RuntimeException e) {
            throw unavailable(e);
        }
    }

    /** Whether the client fetched something that its Avro parser refuses, as CachedSchemaRegistryClient reports it. */
    static boolean notAvro(RegistryUnavailableException error) {
        Throwable cause = error.getCause();
        if (cause instanceof UncheckedExecutionException) {
            cause = cause.getCause();
        }
        return cause != null && String.valueOf(cause.getMessage()).startsWith("Invalid schema ");
    }

    /** The registry, for messages. */
    String registry() {
        return registry;
    }

    RegistryUnavailableException unavailable(Exception cause) {
        String detail = cause instanceof RestClientException rest
                ? "HTTP " + rest.getStatus() + ", " + rest.getMessage()
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return new RegistryUnavailableException("schema registry " + registry + " cannot serve: " + detail, cause);
    }

    private static boolean notFound(RestClientException error) {
        return switch (error.getErrorCode()) {
            case SUBJECT_NOT_FOUND, VERSION_NOT_FOUND, SCHEMA_NOT_FOUND -> true;
            default -> false;
        };
    }
}
