package io.fleck.stream.claims;

import io.fleck.avro.ClaimCheck;
import io.fleck.stream.claims.ClaimException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * Redeems claim checks: the picture as it was claimed, or a named reason why not.
 *
 * <p>Everything that can be refused is refused before the picture's memory is allocated: scheme, location, declared
 * length, and the object's own length. The digest is taken while the bytes arrive. Safe for use by several threads.
 */
public final class Claims implements AutoCloseable {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int PIECE = 256 << 10;

    private final Map<String, ClaimStore> stores;
    private final long maxBytes;
    private final Duration timeout;
    private final LongSupplier nanoTime;

    /**
     * Over given stores.
     *
     * @param stores by scheme
     * @param maxBytes largest picture
     * @param timeout most time for one picture: checked whenever bytes have arrived
     * @param nanoTime monotonic clock
     */
    Claims(Map<String, ClaimStore> stores, long maxBytes, Duration timeout, LongSupplier nanoTime) {
        this.stores = Map.copyOf(stores);
        this.maxBytes = Math.min(maxBytes, Integer.MAX_VALUE - 8);
        this.timeout = timeout;
        this.nanoTime = nanoTime;
    }

    /**
     * Opens the stores of some settings; nothing is connected yet.
     *
     * @param maxBytes largest picture; a larger one is refused before it is fetched
     */
    public static Claims open(ClaimSettings settings, long maxBytes) {
        Map<String, ClaimStore> stores = Map.of(
                FileClaimStore.SCHEME,
                new FileClaimStore(settings.roots()),
                S3ClaimStore.SCHEME,
                S3ClaimStore.open(settings.buckets(), settings.connection(), settings.timeout()));
        return new Claims(stores, maxBytes, settings.timeout(), System::nanoTime);
    }

    /**
     * The claimed picture.
     *
     * @return all of its bytes, from 0 to the claim check's length, in memory of its own
     * @throws ClaimException when it can never be had
     * @throws ClaimStoreUnavailableException when its store does not serve it just now, or not in time
     */
    public ByteBuffer fetch(ClaimCheck check) {
        long deadline = nanoTime.getAsLong() + timeout.toNanos();
        URI location = location(check);
        ClaimObject object = store(location).open(location);
        try (InputStream content = object.content()) {
            requireLength(check, object.length());
            return read(check, content, deadline);
        } catch (IOException e) {
            throw new ClaimStoreUnavailableException(check.getUri() + ": " + e.getMessage(), e);
        }
    }

    private URI location(ClaimCheck check) {
        if (check.getLength() < 1 || !SHA256.matcher(check.getSha256()).matches()) {
            throw new ClaimException(
                    Reason.INVALID,
                    "length is " + check.getLength() + " and sha256 '" + check.getSha256()
                            + "'; they must be at least 1 and 64 lower-case hexadecimal digits");
        }
        if (check.getLength() > maxBytes) {
            throw new ClaimException(
                    Reason.TOO_LARGE, check.getUri() + ": " + check.getLength() + " bytes; at most " + maxBytes);
        }
        try {
            return new URI(check.getUri());
        } catch (URISyntaxException e) {
            throw new ClaimException(Reason.INVALID, "uri is no location: " + e.getMessage());
        }
    }

    private ClaimStore store(URI location) {
        String scheme = String.valueOf(location.getScheme()).toLowerCase(Locale.ROOT);
        ClaimStore store = stores.get(scheme);
        if (store == null) {
            throw new ClaimException(Reason.SCHEME, location + ": expected a location of file: or s3:");
        }
        return store;
    }

    private static void requireLength(ClaimCheck check, long length) {
        if (length != check.getLength()) {
            throw new ClaimException(
                    Reason.LENGTH,
                    check.getUri() + ": " + length + " bytes are there, " + check.getLength() + " were claimed");
        }
    }

    private ByteBuffer read(ClaimCheck check, InputStream content, long deadline) throws IOException {
        byte[] picture = new byte[(int) check.getLength()];
        MessageDigest digest = Sha256Digest.create();
        int read = 0;
        while (read < picture.length) {
            int count = content.read(picture, read, Math.min(PIECE, picture.length - read));
            if (count < 0) {
                // It was all there a moment ago: the next attempt says whether it still is.
                throw new IOException("ended after " + read + " of " + picture.length + " bytes");
            }
            digest.update(picture, read, count);
            read += count;
            requireTime(deadline, read, picture.length);
        }
        requireDigest(check, HexFormat.of().formatHex(digest.digest()));
        return ByteBuffer.wrap(picture);
    }

    private void requireTime(long deadline, int read, int length) throws IOException {
        if (read < length && nanoTime.getAsLong() - deadline > 0) {
            throw new IOException(read + " of " + length + " bytes came within " + timeout.toMillis()
                    + " ms, the limit of claims.timeout");
        }
    }

    private static void requireDigest(ClaimCheck check, String found) {
        if (!found.equals(check.getSha256())) {
            throw new ClaimException(
                    Reason.DIGEST,
                    check.getUri() + ": SHA-256 is " + found + ", " + check.getSha256() + " was claimed");
        }
    }

    /** Lets go of connections. */
    @Override
    public void close() {
        stores.values().forEach(ClaimStore::close);
    }
}
