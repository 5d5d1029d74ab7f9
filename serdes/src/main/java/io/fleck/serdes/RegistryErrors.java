package io.fleck.serdes;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the registry knows for certain from what it could not say just now.
 *
 * <p>Only the registry's own error codes count as an answer: a bare 404 comes as well from a proxy or a wrong path, and
 * taking it for an unknown schema would turn good records into dead letters.
 */
final class RegistryErrors {
    /** Confluent's code of "subject not found". */
    private static final int SUBJECT_NOT_FOUND = 40401;
    /** Confluent's code of "schema not found". */
    private static final int SCHEMA_NOT_FOUND = 40403;

    private final String registry;

    RegistryErrors(String registry) {
        this.registry = registry;
    }

    /** Whether the registry answered that there is no such schema or subject. */
    static boolean notFound(RestClientException error) {
        return error.getErrorCode() == SCHEMA_NOT_FOUND || error.getErrorCode() == SUBJECT_NOT_FOUND;
    }

    /** Whether the client fetched something that its Avro parser refuses, as CachedSchemaRegistryClient reports it. */
    static boolean notAvro(IOException error) {
        return error.getClass() == IOException.class
                && error.getMessage() != null
                && error.getMessage().startsWith("Invalid schema ");
    }

    RegistryUnavailableException unavailable(Exception cause) {
        String detail = cause instanceof RestClientException rest
                ? "HTTP " + rest.getStatus() + ", " + rest.getMessage()
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return new RegistryUnavailableException("schema registry " + registry + " cannot serve: " + detail, cause);
    }

    /** What a failed serialisation meant; the error itself where it was none of the registry's. */
    RuntimeException ofSerializer(String topic, String record, KafkaException error) {
        Optional<RestClientException> answer = cause(error, RestClientException.class);
        if (answer.filter(RegistryErrors::notFound).isPresent()) {
            return new SchemaNotRegisteredException(
                    record + " is not registered under " + Subjects.ofValue(topic) + " at schema registry " + registry,
                    error);
        }
        if (answer.isPresent()) {
            return unavailable(answer.get());
        }
        Optional<IOException> transport = cause(error, IOException.class);
        if (transport.isPresent()) {
            return unavailable(transport.get());
        }
        return error instanceof RetriableException ? unavailable(error) : error;
    }

    private static <E extends Exception> Optional<E> cause(Throwable error, Class<E> type) {
        return Stream.<@Nullable Throwable>iterate(error, e -> e != null, e -> e == null ? null : e.getCause())
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
