package io.fleck.core.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@code model.json}: nothing unknown, nothing missing, nothing twice. */
final class ManifestJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .annotationIntrospector(
                    AnnotationIntrospectorPair.pair(new RequiredUnlessNullable(), new JacksonAnnotationIntrospector()))
            .build();

    private ManifestJson() {}

    static ModelManifest read(Path file) {
        try {
            return MAPPER.readValue(Files.readAllBytes(file), ModelManifest.class);
        } catch (JsonProcessingException e) {
            throw new ModelException(file + ": " + reason(e), e);
        } catch (IOException e) {
            throw new ModelException(file + ": cannot be read: " + e, e);
        }
    }

    static byte[] write(ModelManifest manifest) {
        try {
            return MAPPER.writeValueAsBytes(manifest);
        } catch (JsonProcessingException e) {
            throw new ModelException("model.json cannot be written: " + e.getOriginalMessage(), e);
        }
    }

    private static String reason(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "unknown field '" + field(unknown) + "'; known are " + unknown.getKnownPropertyIds();
        } else if (e instanceof InvalidNullException missing) {
            return "field '" + field(missing) + "' is missing";
        } else if (e instanceof ValueInstantiationException refused && refused.getCause() != null) {
            return String.valueOf(refused.getCause().getMessage());
        } else if (e instanceof JsonMappingException mapping) {
            return "field '" + field(mapping) + "': " + firstLine(mapping.getOriginalMessage());
        }
        return "is not valid JSON: " + firstLine(e.getOriginalMessage());
    }

    private static String field(JsonMappingException e) {
        return e.getPath().stream().map(ManifestJson::step).collect(Collectors.joining("."));
    }

    private static String step(JsonMappingException.Reference reference) {
        @Nullable String name = reference.getFieldName();
        return name != null ? name : String.valueOf(reference.getIndex());
    }

    private static String firstLine(@Nullable String message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }
}
