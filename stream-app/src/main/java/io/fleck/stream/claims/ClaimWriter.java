package io.fleck.stream.claims;

import io.fleck.avro.ClaimCheck;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Puts pictures above a size into a store and gives claim checks for them. An object is named by its SHA-256: the same
 * picture written again is the same object, so an attempt may be repeated. Nothing is ever deleted: how long objects stay
 * is the store's own affair, and has to be longer than frames do.
 */
public final class ClaimWriter implements AutoCloseable {
    private final ClaimStore store;
    private final String base;
    private final long above;
    private final long largest;

    ClaimWriter(ClaimStore store, String base, long above, long largest) {
        this.store = store;
        this.base = base.endsWith("/") ? base : base + "/";
        this.above = above;
        this.largest = largest;
    }

    /**
     * A writer into one place.
     *
     * @param place {@code file:///FOLDER} or {@code s3://BUCKET/PREFIX}
     * @param above size in bytes above which a picture is claimed, at least 0
     * @param largest largest picture in bytes that whoever redeems the claim checks takes
     * @param settings how S3 is reached, and the time limit; its allow-list does not matter
     * @throws IllegalArgumentException when the place is of another kind, or the folder is not there
     */
    public static ClaimWriter open(URI place, long above, long largest, ClaimSettings settings) {
        if (place.getRawQuery() == null && place.getRawFragment() == null) {
            String scheme = String.valueOf(place.getScheme()).toLowerCase(Locale.ROOT);
            if (scheme.equals(FileClaimStore.SCHEME)) {
                return intoFolder(Path.of(place).normalize(), above, largest);
            }
            if (scheme.equals(S3ClaimStore.SCHEME)) {
                return intoBucket(place, above, largest, settings);
            }
        }
        throw new IllegalArgumentException(place + " is not allowed; allowed is file:///FOLDER or s3://BUCKET/PREFIX");
    }

    private static ClaimWriter intoFolder(Path folder, long above, long largest) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(folder + ": no such folder");
        }
        return new ClaimWriter(
                new FileClaimStore(List.of(folder)), folder.toUri().toString(), above, largest);
    }

    private static ClaimWriter intoBucket(URI place, long above, long largest, ClaimSettings settings) {
        S3Area area = S3Area.parse(place.getRawAuthority() + place.getPath());
        ClaimStore store = S3ClaimStore.open(List.of(area), settings.connection(), settings.timeout());
        return new ClaimWriter(store, place.toString(), above, largest);
    }

    /** Bytes of the largest picture that can be claimed. */
    public long largest() {
        return largest;
    }

    /** Whether a picture of that many bytes goes into the store. */
    public boolean claims(long bytes) {
        return bytes > above;
    }

    /**
     * Stores a picture, durably.
     *
     * @param content from position to limit, which stay as they are
     * @throws ClaimStoreUnavailableException when the store does not take it just now
     */
    public ClaimCheck deposit(ByteBuffer content) {
        String digest = Sha256Digest.of(content);
        // Two digits make 256 folders: no file system likes a million files in one.
        URI location = URI.create(base + digest.substring(0, 2) + "/" + digest);
        store.put(location, content);
        return new ClaimCheck(location.toString(), (long) content.remaining(), digest);
    }

    /** Lets go of connections. */
    @Override
    public void close() {
        store.close();
    }
}
