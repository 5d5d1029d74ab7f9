package io.fleck.cluster.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RegistryRequestTest {
    private static RegistryRequest get(String uri) {
        return RegistryRequest.of("GET", URI.create(uri), "");
    }

    @Test
    void shouldDecodeSegmentsOneByOne() {
        assertThat(get("/subjects/a%2Fb+c%25/versions/").path()).containsExactly("subjects", "a/b+c%", "versions");
        assertThat(get("/").path()).isEmpty();
    }

    @Test
    void shouldDecodeParametersAndTakeTheLastOfAName() {
        RegistryRequest request = get("/subjects?subjectPrefix=a+b&deleted=false&deleted=true&verbose&x=%3D");
        assertThat(request.query())
                .isEqualTo(Map.of("subjectPrefix", "a b", "deleted", "true", "verbose", "", "x", "="));
        assertThat(request.flag("deleted")).isTrue();
        assertThat(request.flag("verbose")).as("given without a value").isFalse();
        assertThat(request.flag("permanent")).as("not given").isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"text\"", "{", "{]"})
    void shouldRefuseABodyThatIsNoObject(String body) {
        RegistryRequest request = RegistryRequest.of("POST", URI.create("/subjects/s"), body);
        assertThatThrownBy(request::json)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(400));
    }
}
