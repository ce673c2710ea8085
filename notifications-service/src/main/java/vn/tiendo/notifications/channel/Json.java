package vn.tiendo.notifications.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/// What providers answer.
final class Json {

    private Json() {}

    /// Nothing when it is no JSON.
    static JsonNode read(ObjectMapper json, String text) {
        try {
            var node = text.isBlank() ? null : json.readTree(text);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }
}
