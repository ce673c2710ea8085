package vn.tiendo.notifications.preference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/// Keeps what is wanted or set as JSON in its column.
abstract class DocumentText<T> implements AttributeConverter<T, String> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Class<T> type;

    DocumentText(Class<T> type) {
        this.type = type;
    }

    @Converter
    public static class OfWishes extends DocumentText<Wishes> {
        public OfWishes() {
            super(Wishes.class);
        }
    }

    @Converter
    public static class OfDefaults extends DocumentText<Defaults> {
        public OfDefaults() {
            super(Defaults.class);
        }
    }

    @Override
    public String convertToDatabaseColumn(T document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }

    @Override
    public T convertToEntityAttribute(String text) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }
}
