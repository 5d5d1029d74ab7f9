package io.fleck.stream.claims;

import java.net.URI;
import java.nio.ByteBuffer;

/**
 * Where claimed pictures lie, reached by the locations of one scheme. A store touches only what its allow-list covers.
 * Safe for use by several threads.
 */
interface ClaimStore extends AutoCloseable {
    /**
     * Opens an object.
     *
     * @throws ClaimException when the location is none of this store's, is not allowed, or nothing is there
     * @throws ClaimStoreUnavailableException when the store does not answer or lets nobody in
     */
    ClaimObject open(URI location);

    /**
     * Writes an object, over one that is there; a reader sees all of it or nothing. Durable on return.
     *
     * @param content from position to limit, which stay as they are
     * @throws ClaimException when the location is none of this store's or is not allowed
     * @throws ClaimStoreUnavailableException when the store does not answer or refuses it
     */
    void put(URI location, ByteBuffer content);

    /** Lets go of connections. */
    @Override
    void close();
}
