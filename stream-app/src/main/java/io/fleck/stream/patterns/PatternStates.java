package io.fleck.stream.patterns;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.fleck.core.wafer.pattern.PatternState;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** States of clusters as bytes for a store: JSON, times in milliseconds since 1970. Safe for use by several threads. */
final class PatternStates {
    private static final Logger LOG = LoggerFactory.getLogger(PatternStates.class);

    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, new ToMillis())
                    .addDeserializer(Instant.class, new FromMillis()))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    byte[] bytes(PatternState state) {
        try {
            return mapper.writeValueAsBytes(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a state of clusters cannot be written", e);
        }
    }

    /** Empty for what cannot be read: a store that another version wrote is begun anew rather than stopping the stream. */
    Optional<PatternState> read(byte[] bytes) {
        try {
            return Optional.of(mapper.readValue(bytes, PatternState.class));
        } catch (IOException e) {
            LOG.warn(
                    "clusters of rejected wafers begin anew, what was kept of them cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static final class ToMillis extends StdSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        ToMillis() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(value.toEpochMilli());
        }
    }

    private static final class FromMillis extends StdDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        FromMillis() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return Instant.ofEpochMilli(json.getLongValue());
        }
    }
}
