package io.fleck.stream.claims;

import static io.fleck.stream.claims.Checks.CONTENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.avro.ClaimCheck;
import io.fleck.stream.claims.ClaimException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real server, and for its bad days against one that answers whatever is asked. */
class S3ClaimsTest {
    private static final long LIMIT = 64 << 20;
    private static final Duration PATIENT = Duration.ofSeconds(30);

    @TempDir
    private static Path data;

    @SuppressWarnings("NullAway.Init") // started before all tests
    private static S3Server server;

    @BeforeAll
    static void start() {
        server = S3Server.start(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static ClaimSettings settings(S3Connection connection, Duration timeout, String... areas) {
        List<S3Area> allowed = List.of(areas).stream().map(S3Area::parse).toList();
        return ClaimSettings.none()
                .withBuckets(allowed)
                .withConnection(connection)
                .withTimeout(timeout);
    }

    private static Claims claims(String... areas) {
        return Claims.open(settings(server.connection(), PATIENT, areas), LIMIT);
    }

    private static ClaimCheck deposit(String prefix, byte[] content) {
        URI place = URI.create("s3://" + S3Server.BUCKET + prefix);
        try (ClaimWriter writer =
                ClaimWriter.open(place, 0, LIMIT, settings(server.connection(), PATIENT, "not-used"))) {
            return writer.deposit(ByteBuffer.wrap(content));
        }
    }

    @Test
    void shouldRunItsTestsOnTheLoopbackOnly() throws IOException {
        for (NetworkInterface network : NetworkInterface.networkInterfaces()
                .filter(each -> !isLoopback(each))
                .toList()) {
            for (InetAddress address : Collections.list(network.getInetAddresses())) {
                assertThatThrownBy(() -> new Socket(address, server.endpoint().getPort()).close())
                        .as("a connection to %s", address)
                        .isInstanceOf(IOException.class);
            }
        }
    }

    private static boolean isLoopback(NetworkInterface network) {
        try {
            return network.isLoopback();
        } catch (SocketException e) {
            return false;
        }
    }

    @Test
    void shouldFetchWhatWasDeposited() {
        ClaimCheck check = deposit("/line 1/press".replace(" ", "%20"), CONTENT);
        assertThat(check.getUri())
                .startsWith("s3://fleck-frames/line%201/press/")
                .endsWith("/" + check.getSha256());
        assertThat(check.getLength()).isEqualTo(CONTENT.length);
        try (Claims claims = claims("fleck-frames/line 1")) {
            assertThat(claims.fetch(check)).isEqualTo(ByteBuffer.wrap(CONTENT));
            assertThat(claims.fetch(check)).as("again").isEqualTo(ByteBuffer.wrap(CONTENT));
        }
    }

    @Test
    void shouldFetchAPictureThatNoRecordTakes() {
        byte[] large = Checks.content(7, 40 << 20);
        try (Claims claims = claims("fleck-frames")) {
            assertThat(claims.fetch(deposit("", large))).isEqualTo(ByteBuffer.wrap(large));
        }
    }

    @Test
    void shouldGiveTheSameObjectForTheSamePicture() {
        assertThat(deposit("/twice", CONTENT)).isEqualTo(deposit("/twice", CONTENT));
    }

    @Test
    void shouldNameWhatIsWrongWithAnObject() {
        ClaimCheck check = deposit("/wrong", CONTENT);
        try (Claims claims = claims("fleck-frames")) {
            ClaimCheck longer =
                    ClaimCheck.newBuilder(check).setLength(CONTENT.length + 1L).build();
            Checks.assertRefused(claims, longer, Reason.LENGTH, "300000 bytes are there, 300001 were claimed");
            ClaimCheck other =
                    ClaimCheck.newBuilder(check).setSha256("ab".repeat(32)).build();
            Checks.assertRefused(claims, other, Reason.DIGEST, "SHA-256 is " + check.getSha256());
            ClaimCheck gone =
                    ClaimCheck.newBuilder(check).setUri(check.getUri() + "x").build();
            Checks.assertRefused(claims, gone, Reason.MISSING, "no such object");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s3://other-bucket/ours/a         | FORBIDDEN | in none of claims.s3.buckets",
                "s3://fleck-frames/theirs/a       | FORBIDDEN | in none of claims.s3.buckets",
                "s3://fleck-frames/ours-too/a     | FORBIDDEN | in none of claims.s3.buckets",
                "s3://fleck-frames/ours/../b      | FORBIDDEN | empty, . or .. part",
                "s3://fleck-frames/ours/%2e%2e/b  | FORBIDDEN | empty, . or .. part",
                "s3://fleck-frames/ours//b        | FORBIDDEN | empty, . or .. part",
                "s3://fleck-frames/ours/          | FORBIDDEN | empty, . or .. part",
                "s3://fleck-frames                | INVALID   | s3://bucket/key",
                "s3://fleck-frames/               | INVALID   | s3://bucket/key",
                "s3:///ours/a                     | INVALID   | s3://bucket/key",
                "s3:ours                          | INVALID   | s3://bucket/key",
                "s3://fleck-frames/ours/a?x=1     | INVALID   | s3://bucket/key",
                "s3://user@fleck-frames/ours/a    | FORBIDDEN | in none of claims.s3.buckets",
                "s3://fleck-frames:80/ours/a      | FORBIDDEN | in none of claims.s3.buckets",
            })
    void shouldRefuseWhatIsNotAllowed(String uri, Reason reason, String message) {
        try (Claims claims = claims("fleck-frames/ours")) {
            Checks.assertRefused(claims, new ClaimCheck(uri, 1L, "ab".repeat(32)), reason, message);
        }
    }

    @Test
    void shouldWaitForABucketThatIsGone() {
        ClaimCheck check = new ClaimCheck("s3://no-bucket-here/a", 1L, "ab".repeat(32));
        try (Claims claims = claims("no-bucket-here")) {
            Checks.assertAway(claims, check, "bucket");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 500, 502, 503, 504})
    void shouldWaitForAStoreThatRefusesJustNow(int status) throws Exception {
        try (BadS3 bad = BadS3.answering(status);
                Claims claims = Claims.open(settings(bad.connection(), PATIENT, "fleck-frames"), LIMIT)) {
            ClaimCheck check = new ClaimCheck("s3://fleck-frames/a", 1L, "ab".repeat(32));
            Checks.assertAway(claims, check, Integer.toString(status));
            assertThat(bad.requests()).as("waiting is the caller's").isEqualTo(1);
        }
    }

    @Test
    void shouldWaitForAStoreThatDoesNotAnswerInTime() throws Exception {
        try (BadS3 bad = BadS3.silent();
                Claims claims =
                        Claims.open(settings(bad.connection(), Duration.ofMillis(500), "fleck-frames"), LIMIT)) {
            Checks.assertAway(claims, new ClaimCheck("s3://fleck-frames/a", 1L, "ab".repeat(32)), "s3://");
        }
    }

    @Test
    void shouldWaitForAnObjectThatStopsHalfWay() throws Exception {
        try (BadS3 bad = BadS3.stoppingAfter(CONTENT.length / 2, CONTENT);
                Claims claims = Claims.open(settings(bad.connection(), Duration.ofSeconds(2), "fleck-frames"), LIMIT)) {
            ClaimCheck check = Checks.of(URI.create("s3://fleck-frames/a"), CONTENT);
            Checks.assertAway(claims, check, "s3://fleck-frames/a");
        }
    }

    @Test
    void shouldWaitForAStoreThatIsDown() {
        S3Connection nowhere = S3Server.connection(URI.create("http://127.0.0.1:1"));
        try (Claims claims = Claims.open(settings(nowhere, PATIENT, "fleck-frames"), LIMIT)) {
            Checks.assertAway(claims, new ClaimCheck("s3://fleck-frames/a", 1L, "ab".repeat(32)), "s3://");
        }
    }

    @Test
    void shouldNotPrintTheSecret() {
        assertThat(server.connection().toString()).contains("reader").doesNotContain("not a secret");
    }
}
