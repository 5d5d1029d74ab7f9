package io.fleck.stream.claims;

import static io.fleck.stream.claims.Checks.CONTENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.avro.ClaimCheck;
import io.fleck.stream.claims.ClaimException.Reason;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileClaimsTest {
    private static final long LIMIT = 1 << 20;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Path root;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Claims claims;

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createDirectory(folder.resolve("pictures ü"));
        claims = Claims.open(ClaimSettings.none().withRoots(List.of(root)), LIMIT);
    }

    private Path write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
        return Files.write(file, content);
    }

    @Test
    void shouldFetchWhatWasClaimed() throws IOException {
        Path file = write(root.resolve("a/b.png"), CONTENT);
        ByteBuffer picture = claims.fetch(Checks.of(file.toUri(), CONTENT));
        assertThat(picture).isEqualTo(ByteBuffer.wrap(CONTENT));
        assertThat(picture.position()).isZero();
    }

    @Test
    void shouldFetchThroughALinkThatStaysInside() throws IOException {
        Path file = write(root.resolve("day1/b.png"), CONTENT);
        Path link = Files.createSymbolicLink(root.resolve("latest"), file.resolveSibling(""));
        assertThat(claims.fetch(Checks.of(link.resolve("b.png").toUri(), CONTENT)))
                .isEqualTo(ByteBuffer.wrap(CONTENT));
    }

    @Test
    void shouldRefuseLinksThatLeadOut() throws IOException {
        Path secret = write(folder.resolve("secret/key"), CONTENT);
        Path file = Files.createSymbolicLink(root.resolve("picture.png"), secret);
        Path directory = Files.createSymbolicLink(root.resolve("sub"), secret.resolveSibling(""));
        Checks.assertRefused(claims, Checks.of(file.toUri(), CONTENT), Reason.FORBIDDEN, "a link leads out");
        Checks.assertRefused(
                claims, Checks.of(directory.resolve("key").toUri(), CONTENT), Reason.FORBIDDEN, "a link leads out");
    }

    @Test
    void shouldRefuseWhatLiesElsewhere() throws IOException {
        Path sibling = write(folder.resolve("pictures ü2/a"), CONTENT);
        Checks.assertRefused(
                claims, Checks.of(sibling.toUri(), CONTENT), Reason.FORBIDDEN, "below none of claims.file.roots");
        Checks.assertRefused(
                Claims.open(ClaimSettings.none(), LIMIT),
                Checks.of(write(root.resolve("a"), CONTENT).toUri(), CONTENT),
                Reason.FORBIDDEN,
                "below none of claims.file.roots");
    }

    @Test
    void shouldRefuseAPathThatClimbs() throws IOException {
        Path secret = write(folder.resolve("key"), CONTENT);
        for (String climb : List.of("../key", "%2e%2e/key", "a/../../key", "./../key")) {
            URI location = URI.create(root.toUri() + climb);
            Checks.assertRefused(claims, Checks.of(location, CONTENT), Reason.FORBIDDEN, "has a . or .. part");
        }
        assertThat(secret).exists();
    }

    @Test
    void shouldRefuseWhatIsNoFile() throws Exception {
        Checks.assertRefused(
                claims,
                Checks.of(Files.createDirectory(root.resolve("folder")).toUri(), CONTENT),
                Reason.FORBIDDEN,
                "no regular file");
        Path pipe = root.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Checks.assertRefused(claims, Checks.of(pipe.toUri(), CONTENT), Reason.FORBIDDEN, "no regular file");
    }

    @Test
    void shouldTellWhatIsMissingFromADiskThatIsAway() throws IOException {
        ClaimCheck check = Checks.of(root.resolve("none.png").toUri(), CONTENT);
        Checks.assertRefused(claims, check, Reason.MISSING, "no such file");
        Files.delete(root);
        Checks.assertAway(claims, check, "the folder that it should lie in is not there");
    }

    @Test
    void shouldRefuseAnotherLengthOrDigest() throws IOException {
        Path file = write(root.resolve("a.png"), CONTENT);
        ClaimCheck shorter = Checks.of(file.toUri(), CONTENT);
        shorter.setLength(CONTENT.length - 1L);
        Checks.assertRefused(claims, shorter, Reason.LENGTH, "300000 bytes are there, 299999 were claimed");
        ClaimCheck other = Checks.of(file.toUri(), Checks.content(2, CONTENT.length));
        Checks.assertRefused(claims, other, Reason.DIGEST, "SHA-256 is " + Sha256Digest.of(ByteBuffer.wrap(CONTENT)));
    }

    @Test
    void shouldRefuseWhatIsTooLargeBeforeItLooks() {
        ClaimCheck huge = new ClaimCheck("file:///nowhere", Long.MAX_VALUE, "ab".repeat(32));
        Checks.assertRefused(claims, huge, Reason.TOO_LARGE, "at most 1048576");
        Claims unlimited = Claims.open(ClaimSettings.none().withRoots(List.of(root)), Long.MAX_VALUE);
        Checks.assertRefused(unlimited, huge, Reason.TOO_LARGE, "at most 2147483639");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "file://elsewhere/a   | INVALID | expected file:///PATH",
                "file:a               | INVALID | expected file:///PATH",
                "file:///a?b          | INVALID | expected file:///PATH",
                "file:///a%00b        | INVALID | expected file:///PATH",
                "file:///a b          | INVALID | uri is no location",
                "http://169.254.1.1/a | SCHEME  | file: or s3:",
                "jar:file:///a!/b     | SCHEME  | file: or s3:",
                "/a                   | SCHEME  | file: or s3:",
                "''                   | SCHEME  | file: or s3:",
                "FILE:///etc/passwd   | FORBIDDEN | below none",
                "s3://b-1/a           | FORBIDDEN | in none of claims.s3.buckets",
            })
    void shouldRefuseWhatIsNoLocationOfItsOwn(String uri, Reason reason, String message) {
        Checks.assertRefused(claims, new ClaimCheck(uri, 1L, "ab".repeat(32)), reason, message);
    }

    @ParameterizedTest
    @CsvSource({"0,ab", "-1,ab", "1,AB", "1,a"})
    void shouldRefuseFieldsOutOfRange(long length, String pair) {
        ClaimCheck check = new ClaimCheck("file:///a", length, pair.repeat(32));
        Checks.assertRefused(claims, check, Reason.INVALID, "must be at least 1 and 64 lower-case");
    }

    @Test
    void shouldWriteWhatItsReadersFind() throws IOException {
        try (ClaimWriter writer = ClaimWriter.open(root.toUri(), 100, LIMIT, ClaimSettings.none())) {
            assertThat(writer.claims(100)).isFalse();
            assertThat(writer.claims(101)).isTrue();
            ClaimCheck check = writer.deposit(ByteBuffer.wrap(CONTENT));
            assertThat(claims.fetch(check)).isEqualTo(ByteBuffer.wrap(CONTENT));
            assertThat(writer.deposit(ByteBuffer.wrap(CONTENT)))
                    .as("the same picture again")
                    .isEqualTo(check);
            try (Stream<Path> files = Files.walk(root)) {
                assertThat(files.filter(Files::isRegularFile))
                        .as("one object, nothing unfinished")
                        .hasSize(1);
            }
        }
    }

    @Test
    void shouldNotWriteBesideADiskThatIsAway() throws IOException {
        try (ClaimWriter writer = ClaimWriter.open(root.toUri(), 0, LIMIT, ClaimSettings.none())) {
            Files.delete(root);
            assertThatThrownBy(() -> writer.deposit(ByteBuffer.wrap(CONTENT)))
                    .isInstanceOf(ClaimStoreUnavailableException.class);
            assertThat(root).doesNotExist();
        }
    }

    @ParameterizedTest
    @CsvSource({"ftp://host/a", "pictures", "file:///no/such/folder", "s3://Not_A_Bucket/x", "s3://bucket/a/../b"})
    void shouldRefuseAPlaceThatIsNone(String place) {
        assertThatThrownBy(() -> ClaimWriter.open(URI.create(place), 1, LIMIT, ClaimSettings.none()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
