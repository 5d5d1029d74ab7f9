package io.fleck.stream.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.stream.claims.ClaimSettings;
import io.fleck.stream.claims.S3Area;
import io.fleck.stream.claims.S3Connection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsConfigTest {
    private static final Path BASE = Path.of("/etc/fleck");

    @Test
    void shouldAllowNothingByDefault() {
        assertThat(ClaimsConfig.of(Map.of(), BASE)).isEqualTo(ClaimSettings.none());
    }

    @Test
    void shouldReadEverything() {
        ClaimSettings settings = ClaimsConfig.of(
                Map.of(
                        "claims.file.roots", "pictures, /mnt/frames",
                        "claims.s3.buckets", "frames, archive/line 1/press",
                        "claims.s3.endpoint", "https://minio:9000",
                        "claims.s3.region", "eu-central-1",
                        "claims.s3.path-style", "true",
                        "claims.s3.access-key", "ada",
                        "claims.s3.secret-key", "s3cr3t",
                        "claims.timeout", "1s",
                        "claims.fetches", "3"),
                BASE);
        assertThat(settings.roots()).containsExactly(Path.of("/etc/fleck/pictures"), Path.of("/mnt/frames"));
        assertThat(settings.buckets())
                .containsExactly(new S3Area("frames", ""), new S3Area("archive", "line 1/press/"));
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.fetches()).isEqualTo(3);
        S3Connection connection = settings.connection();
        assertThat(connection.endpoint()).hasValue(URI.create("https://minio:9000"));
        assertThat(connection.region()).hasValue("eu-central-1");
        assertThat(connection.pathStyle()).isTrue();
        assertThat(connection.credentials())
                .hasValueSatisfying(pair -> assertThat(pair.secretKey().value()).isEqualTo("s3cr3t"));
        assertThat(settings.toString()).doesNotContain("s3cr3t");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "claims.s3.buckets    | A       | claims.s3.buckets=A is not allowed; allowed is BUCKET or BUCKET/PREFIX",
                "claims.s3.buckets    | abc,    | claims.s3.buckets=abc, is not allowed",
                "claims.s3.buckets    | abc/..  | claims.s3.buckets=abc/.. is not allowed",
                "claims.s3.endpoint   | ftp://a | claims.s3.endpoint is ftp://a; it must be http://HOST",
                "claims.s3.endpoint   | minio   | claims.s3.endpoint is minio",
                "claims.s3.access-key | ada     | claims.s3.access-key and claims.s3.secret-key go together",
                "claims.timeout       | 0ms     | from 100ms to 60s",
                "claims.fetches       | 0       | claims.fetches=0 is not allowed; allowed is a whole number from 1 to 256",
                "claims.s3.bucket     | abc     | claims.s3.bucket is not known",
            })
    void shouldNameTheKeyAndWhatIsAllowed(String key, String value, String message) {
        assertThatThrownBy(() -> ClaimsConfig.of(Map.of(key, value), BASE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void shouldLeaveOtherSettingsAlone() {
        assertThat(ClaimsConfig.of(Map.of("security.protocol", "SSL"), BASE)).isEqualTo(ClaimSettings.none());
    }

    @Test
    void shouldGiveUpAPictureBeforeTheTransactionEnds() {
        Map<String, String> settings =
                Map.of("bootstrap.servers", "a:1", "schema.registry.url", "http://registry", "claims.timeout", "6s");
        assertThatThrownBy(() -> FleckConfig.of(settings, BASE))
                .hasMessageContaining("claims.timeout=6s is not allowed; allowed is at most 5s");
    }
}
