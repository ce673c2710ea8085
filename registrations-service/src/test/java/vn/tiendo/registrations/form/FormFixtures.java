package vn.tiendo.registrations.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.UUID;

/// Small forms, written as the interface takes them.
final class FormFixtures {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private FormFixtures() {}

    static String field(String key, String type, String more) {
        return "{\"key\":\"%s\",\"type\":\"%s\",\"label\":{\"vi\":\"%s\"}%s}"
                .formatted(key, type, key, more.isEmpty() ? "" : "," + more);
    }

    static FormDefinition definition(String... fields) {
        try {
            return JSON.readValue(
                    "{\"sections\":[{\"key\":\"one\",\"title\":{\"vi\":\"Một\"},\"fields\":[" + String.join(",", fields)
                            + "]}]}",
                    FormDefinition.class);
        } catch (JsonProcessingException defect) {
            throw new IllegalArgumentException(defect);
        }
    }

    static CompiledForm form(String... fields) {
        return new CompiledForm(UUID.randomUUID(), definition(fields));
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException defect) {
            throw new IllegalArgumentException(defect);
        }
    }
}
