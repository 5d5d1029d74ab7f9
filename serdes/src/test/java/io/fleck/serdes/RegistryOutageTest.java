package io.fleck.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fleck.avro.CameraFrame;
import io.fleck.serdes.ScriptedRegistry.Answer;
import io.fleck.serdes.UndecodableException.Reason;
import java.io.IOException;
import java.util.Map;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is poison and what is only a registry that cannot serve just now. */
final class RegistryOutageTest {
    private static final String TOPIC = "inspection.frames";
    private static final int ID = 7;

    @SuppressWarnings("NullAway.Init") // set before each test
    private ScriptedRegistry registry;

    @SuppressWarnings("NullAway.Init") // set before each test
    private AvroCodec codec;

    @BeforeEach
    void start() throws IOException {
        registry = ScriptedRegistry.answering(ScriptedRegistry.frames());
        codec = AvroCodec.of(RegistrySettings.of(
                Map.of(RegistrySettings.URL, registry.url(), "schema.registry.http.read.timeout.ms", "500")));
    }

    @AfterEach
    void stop() {
        codec.close();
        registry.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500|{\"error_code\":50001,\"message\":\"store timed out\"}",
                "502|<html>Bad Gateway</html>",
                "503|''",
                "503|{\"error_code\":503,\"message\":\"starting\"}",
                "429|{\"error_code\":429,\"message\":\"slow down\"}",
                "401|{\"error_code\":401,\"message\":\"Unauthorized\"}",
                "403|{\"error_code\":40301,\"message\":\"Forbidden\"}",
                "404|<html>no registry here</html>",
                "404|{\"error_code\":404,\"message\":\"HTTP 404 Not Found\"}",
                "200|this is no JSON",
                "0|never answered"
            })
    void shouldWaitForARegistryThatCannotServe(int status, String body) throws Exception {
        registry.answer(new Answer(status, body));
        AvroDecoder<CameraFrame> decoder = codec.decoder(CameraFrame.class);
        byte[] value = frame();
        assertThatThrownBy(() -> decoder.decode(TOPIC, value))
                .as("a good frame while the registry answers %s", body)
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("schema registry " + registry.url() + " cannot serve: ");
        registry.answer(ScriptedRegistry.frames());
        assertThat(decoder.decode(TOPIC, value)).as("the frame afterwards").isEqualTo(Records.frame(9));
    }

    @Test
    void shouldWaitForARegistryThatRefusesConnections() throws Exception {
        registry.close();
        assertThatThrownBy(() -> codec.decoder(CameraFrame.class).decode(TOPIC, frame()))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("ConnectException");
    }

    @Test
    void shouldNotNeedTheRegistryForIdsThatItHasSeen() throws Exception {
        AvroDecoder<CameraFrame> decoder = codec.decoder(CameraFrame.class);
        byte[] value = frame();
        decoder.decode(TOPIC, value);
        registry.close();
        assertThat(decoder.decode(TOPIC, value)).as("a frame during the outage").isEqualTo(Records.frame(9));
        assertThat(registry.requests()).as("requests").containsExactly("GET /schemas/ids/7");
    }

    @Test
    void shouldAskAgainForAnIdThatWasUnknown() throws Exception {
        registry.answer(ScriptedRegistry.NO_SUCH_SCHEMA);
        AvroDecoder<CameraFrame> decoder = codec.decoder(CameraFrame.class);
        byte[] value = frame();
        assertThat(refused(decoder, value)).as("before it is registered").isEqualTo(Reason.UNKNOWN_SCHEMA_ID);
        registry.answer(ScriptedRegistry.frames());
        assertThat(decoder.decode(TOPIC, value)).as("after it is registered").isEqualTo(Records.frame(9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JSON|{\"type\":\"object\"}",
                "PROTOBUF|syntax = \"proto3\"; message M {}",
                "AVRO|{\"type\":\"no such type\"}"
            })
    void shouldRefuseASchemaThatIsNotAvro(String type, String text) throws Exception {
        registry.answer(Answer.schema(type, text));
        AvroDecoder<CameraFrame> decoder = codec.decoder(CameraFrame.class);
        byte[] value = frame();
        assertThat(refused(decoder, value)).as("a schema of type %s", type).isEqualTo(Reason.UNREADABLE_SCHEMA);
        assertThat(refused(decoder, value)).as("once more").isEqualTo(Reason.UNREADABLE_SCHEMA);
        assertThat(registry.requests()).as("requests for what will not change").hasSize(1);
    }

    @Test
    void shouldTryTheNextUrl() throws Exception {
        AvroCodec two = AvroCodec.of(RegistrySettings.at("http://127.0.0.1:1," + registry.url()));
        assertThat(two.decoder(CameraFrame.class).decode(TOPIC, frame()))
                .as("frame decoded by way of the second URL")
                .isEqualTo(Records.frame(9));
        two.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500|{\"error_code\":50001,\"message\":\"store timed out\"}",
                "429|{\"error_code\":429,\"message\":\"slow down\"}",
                "503|{\"error_code\":503,\"message\":\"starting\"}",
                "503|''",
                "401|{\"error_code\":401,\"message\":\"Unauthorized\"}",
                "404|<html>no registry here</html>",
                "0|never answered"
            })
    void shouldKeepAnUnwrittenRecordForLater(int status, String body) {
        registry.answer(new Answer(status, body));
        Serializer<CameraFrame> serializer = codec.serializer(CameraFrame.class);
        assertThatThrownBy(() -> serializer.serialize(TOPIC, Records.frame(9)))
                .as("writing while the registry answers %s", body)
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining(registry.url());
    }

    @Test
    void shouldSayThatASchemaIsNotRegistered() {
        registry.answer(new Answer(404, "{\"error_code\":40401,\"message\":\"Subject not found\"}"));
        Serializer<CameraFrame> serializer = codec.serializer(CameraFrame.class);
        assertThatThrownBy(() -> serializer.serialize(TOPIC, Records.frame(9)))
                .isInstanceOf(SchemaNotRegisteredException.class)
                .hasMessage(
                        "io.fleck.avro.CameraFrame is not registered under inspection.frames-value at schema registry "
                                + registry.url());
    }

    @Test
    void shouldNotNeedTheRegistryToWriteToATopicAgain() {
        Serializer<CameraFrame> serializer = codec.serializer(CameraFrame.class);
        byte[] first = serializer.serialize(TOPIC, Records.frame(9));
        registry.close();
        assertThat(serializer.serialize(TOPIC, Records.frame(9)))
                .as("a frame written during the outage")
                .isEqualTo(first);
        assertThat(registry.requests()).as("requests").containsExactly("POST /subjects/inspection.frames-value");
    }

    private static Reason refused(AvroDecoder<CameraFrame> decoder, byte[] value) {
        UndecodableException error =
                catchThrowableOfType(UndecodableException.class, () -> decoder.decode(TOPIC, value));
        assertThat(error).as("a value that cannot be decoded").isNotNull();
        return error.reason();
    }

    /** Written with another registry, so that this one has seen nothing yet. */
    private static byte[] frame() {
        try (AvroCodec writer = AvroCodec.of(RegistrySettings.at("mock://outage"))) {
            writer.registrations().register(Subjects.ofValue(TOPIC), Subjects.schemaOf(CameraFrame.class));
            byte[] value = writer.serializer(CameraFrame.class).serialize(TOPIC, Records.frame(9));
            value[4] = ID;
            return value;
        }
    }
}
