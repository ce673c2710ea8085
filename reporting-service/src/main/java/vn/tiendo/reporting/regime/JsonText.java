package vn.tiendo.reporting.regime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import org.jspecify.annotations.Nullable;

/// Keeps a value as JSON text in its column.
public abstract class JsonText<T> implements AttributeConverter<T, String> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final TypeReference<T> type;

    protected JsonText(TypeReference<T> type) {
        this.type = type;
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable T value) {
        try {
            return value == null ? null : JSON.writeValueAsString(value);
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
