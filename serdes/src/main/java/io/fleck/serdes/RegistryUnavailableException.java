package io.fleck.serdes;

/**
 * The schema registry did not answer, or answered that it cannot serve now (refused, timed out, 5xx, 429, wrong
 * credentials, a path that is no registry). Says nothing about the record at hand: wait and try again.
 */
public final class RegistryUnavailableException extends SerdeException {
    RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
