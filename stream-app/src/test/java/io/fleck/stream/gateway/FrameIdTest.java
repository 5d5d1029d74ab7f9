package io.fleck.stream.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FrameIdTest {
    private static final byte[] CONTENT = "abc".getBytes(StandardCharsets.US_ASCII);

    @Test
    void shouldBeTheDigestThatTheDocumentationGives() {
        // Python: sha256(b"camera-7" + b"\0" + struct.pack(">q", 42) + b"abc").hexdigest()
        assertThat(FrameId.of("camera-7", 42, CONTENT))
                .isEqualTo("9ce56d6a9ebe52350b269a63387ef5ab5351747a618e74a310ce3472b1488705");
    }

    @Test
    void shouldDependOnCameraSequenceAndContent() {
        String id = FrameId.of("camera-7", 42, CONTENT);
        assertThat(FrameId.of("camera-8", 42, CONTENT)).as("other camera").isNotEqualTo(id);
        assertThat(FrameId.of("camera-7", 43, CONTENT)).as("other sequence").isNotEqualTo(id);
        assertThat(FrameId.of("camera-7", 42, new byte[3])).as("other content").isNotEqualTo(id);
    }

    @Test
    void shouldKeepCameraAndSequenceApart() {
        assertThat(FrameId.of("a", 1, CONTENT)).isNotEqualTo(FrameId.of("a\0", 1, CONTENT));
    }
}
