package vn.tiendo.notifications.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/// Keeps the rungs of a policy as JSON in its column.
@Converter
public class RungsText implements AttributeConverter<List<PolicyRung>, String> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<PolicyRung>> RUNGS = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<PolicyRung> rungs) {
        try {
            return JSON.writeValueAsString(rungs);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }

    @Override
    public List<PolicyRung> convertToEntityAttribute(String text) {
        try {
            return JSON.readValue(text, RUNGS);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }
}
