package io.fleck.stream.claims;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * Makes clients of S3 that give up in time and try once: waiting is the caller's.
 *
 * <p>The client's own checksums are left off where the protocol does not ask for them: other stores than Amazon's refuse
 * some, and a claim check has a digest.
 */
final class S3Clients {
    private static final Region WHERE_NONE_MATTERS = Region.US_EAST_1;

    private S3Clients() {}

    /**
     * A client, not connected yet.
     *
     * @throws IllegalArgumentException when no region is given and the environment names none
     */
    static S3Client open(S3Connection connection, Duration timeout) {
        Duration half = timeout.dividedBy(2);
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(half)
                        .socketTimeout(half))
                .overrideConfiguration(calls ->
                        calls.retryStrategy(AwsRetryStrategy.doNotRetry()).apiCallTimeout(timeout))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .credentialsProvider(credentials(connection))
                .forcePathStyle(connection.pathStyle());
        connection
                .endpoint()
                .ifPresent(endpoint -> builder.endpointOverride(endpoint).region(WHERE_NONE_MATTERS));
        connection.region().ifPresent(region -> builder.region(Region.of(region)));
        try {
            return builder.build();
        } catch (SdkException e) {
            throw new IllegalArgumentException("no client of S3: " + e.getMessage(), e);
        }
    }

    private static AwsCredentialsProvider credentials(S3Connection connection) {
        return connection
                .credentials()
                .<AwsCredentialsProvider>map(pair -> StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        pair.accessKey(), pair.secretKey().value())))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }
}
