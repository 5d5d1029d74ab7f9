package io.fleck.stream.claims;

import java.io.InputStream;

/**
 * An object in a store, opened and not read yet. Whoever opened it closes its content, also half read.
 *
 * @param length bytes of the whole object
 * @param content its bytes from the first on
 */
record ClaimObject(long length, InputStream content) {}
