package io.fleck.stream.claims;

import io.fleck.stream.claims.ClaimException.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Objects in allowed buckets of S3 or of a store that speaks its protocol.
 *
 * <p>Only a key that the store says is not there is missing. Any other refusal is the store's or its administrator's
 * (credentials that ran out, a bucket that is gone, an error of the 500s), and is waited for.
 */
final class S3ClaimStore implements ClaimStore {
    static final String SCHEME = "s3";

    private final List<S3Area> areas;
    private final S3Client client;

    S3ClaimStore(List<S3Area> areas, S3Client client) {
        this.areas = List.copyOf(areas);
        this.client = client;
    }

    /** A store over a client of its own; without areas it refuses everything and needs no client. */
    static ClaimStore open(List<S3Area> areas, S3Connection connection, Duration timeout) {
        return areas.isEmpty() ? new NoS3() : new S3ClaimStore(areas, S3Clients.open(connection, timeout));
    }

    @Override
    public ClaimObject open(URI location) {
        S3Location object = allowed(location);
        try {
            ResponseInputStream<GetObjectResponse> content =
                    client.getObject(request -> request.bucket(object.bucket()).key(object.key()));
            long length = length(location, content);
            return new ClaimObject(length, new Abandonable(content, length));
        } catch (NoSuchKeyException e) {
            throw new ClaimException(Reason.MISSING, location + ": there is no such object");
        } catch (SdkException e) {
            throw unavailable(location, e);
        }
    }

    @Override
    public void put(URI location, ByteBuffer content) {
        S3Location object = allowed(location);
        try {
            var unused = client.putObject(
                    request -> request.bucket(object.bucket()).key(object.key()),
                    RequestBody.fromRemainingByteBuffer(content.duplicate()));
        } catch (SdkException e) {
            throw unavailable(location, e);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private S3Location allowed(URI location) {
        S3Location object = S3Location.of(location);
        if (areas.stream().noneMatch(area -> area.contains(object))) {
            throw new ClaimException(Reason.FORBIDDEN, location + ": lies in none of claims.s3.buckets");
        }
        return object;
    }

    private static long length(URI location, ResponseInputStream<GetObjectResponse> content) {
        Long length = content.response().contentLength();
        if (length == null) {
            content.abort();
            throw new ClaimStoreUnavailableException(location + ": the store does not say how long it is", null);
        }
        return length;
    }

    private static ClaimStoreUnavailableException unavailable(URI location, SdkException cause) {
        return new ClaimStoreUnavailableException(location + ": " + cause.getMessage(), cause);
    }

    /** Closing half-way drops the connection: reading the rest to keep it could take longer than any limit. */
    private static final class Abandonable extends FilterInputStream {
        private final ResponseInputStream<GetObjectResponse> content;
        private long left;

        Abandonable(ResponseInputStream<GetObjectResponse> content, long length) {
            super(content);
            this.content = content;
            this.left = length;
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            int read = content.read(target, offset, count);
            left -= Math.max(read, 0);
            return read;
        }

        @Override
        public void close() throws IOException {
            if (left > 0) {
                content.abort();
            } else {
                content.close();
            }
        }
    }

    /** No bucket is allowed: no client is needed to say so. */
    private static final class NoS3 implements ClaimStore {
        @Override
        public ClaimObject open(URI location) {
            throw refused(location);
        }

        @Override
        public void put(URI location, ByteBuffer content) {
            throw refused(location);
        }

        private static ClaimException refused(URI location) {
            return new ClaimException(Reason.FORBIDDEN, location + ": lies in none of claims.s3.buckets");
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
