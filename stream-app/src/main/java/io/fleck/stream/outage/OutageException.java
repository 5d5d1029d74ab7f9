package io.fleck.stream.outage;

/**
 * A stream thread gives its frame back, uncommitted, because something is away for longer than it may wait. The thread
 * is replaced; the frame is read again.
 */
public final class OutageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutageException(Dependency dependency, RuntimeException cause) {
        super(dependency.label() + " is away: " + cause.getMessage(), cause);
    }
}
