package vn.tiendo.plans.organisation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.organisation.RestructuringApi.Act;
import vn.tiendo.plans.organisation.RestructuringApi.Outcome;

/// Keeps the parts of a restructuring as JSON text, as they were sent and answered.
abstract class RestructuringText<T> implements AttributeConverter<T, String> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final TypeReference<T> type;

    RestructuringText(TypeReference<T> type) {
        this.type = type;
    }

    @Converter
    static class Acts extends RestructuringText<List<Act>> {
        Acts() {
            super(new TypeReference<>() {});
        }
    }

    @Converter
    static class Outcomes extends RestructuringText<Outcome> {
        Outcomes() {
            super(new TypeReference<>() {});
        }
    }

    @Converter
    static class Arguments extends RestructuringText<Map<String, String>> {
        Arguments() {
            super(new TypeReference<>() {});
        }
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable T value) {
        try {
            return value == null
                    ? null
                    : JSON.writerFor(JSON.constructType(type.getType())).writeValueAsString(value);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }

    @Override
    public @Nullable T convertToEntityAttribute(@Nullable String text) {
        try {
            return text == null ? null : JSON.readValue(text, type);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }
}
