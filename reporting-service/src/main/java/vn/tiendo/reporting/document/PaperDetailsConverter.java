package vn.tiendo.reporting.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/// Stores details of a paper as JSON; details that a later version of the service knew are skipped.
@Converter
class PaperDetailsConverter implements AttributeConverter<PaperDetails, String> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Override
    public String convertToDatabaseColumn(PaperDetails details) {
        try {
            return JSON.writeValueAsString(details);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException(never);
        }
    }

    @Override
    public PaperDetails convertToEntityAttribute(String stored) {
        try {
            return JSON.readValue(stored, PaperDetails.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
