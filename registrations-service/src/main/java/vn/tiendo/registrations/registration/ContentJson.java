package vn.tiendo.registrations.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// Content as it is kept in the database: the JSON as text, for the database never looks into it.
final class ContentJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ContentJson() {}

    static ObjectNode read(@Nullable String text) {
        if (text == null) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("Kept content cannot be read", defect);
        }
    }

    static String write(ObjectNode content) {
        return content.toString();
    }
}
