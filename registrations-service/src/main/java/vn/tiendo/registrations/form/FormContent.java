package vn.tiendo.registrations.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.text.Normalizer;
import vn.tiendo.kit.time.Uuid7;

/// Content as it is kept: text in NFC without blanks around it, nothing empty, every commitment with a name of its own.
public final class FormContent {

    private FormContent() {}

    public static ObjectNode normal(ObjectNode content) {
        var normal = JsonNodeFactory.instance.objectNode();
        for (var field : content.properties()) {
            var value = normal(field.getValue());
            if (!isNothing(value)) {
                normal.set(field.getKey(), value);
            }
        }
        return normal;
    }

    /// Names the commitments that a client left without a name.
    public static ObjectNode named(ObjectNode content, CompiledForm form) {
        for (var field : content.properties()) {
            if (field.getValue() instanceof ArrayNode list && form.isList(field.getKey(), FieldType.COMMITMENTS)) {
                for (var item : list) {
                    if (item instanceof ObjectNode commitment && !commitment.has("id")) {
                        commitment.put("id", Uuid7.next().toString());
                    }
                }
            }
        }
        return content;
    }

    static String normal(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }

    private static JsonNode normal(JsonNode value) {
        return switch (value) {
            case TextNode text -> TextNode.valueOf(normal(text.asText()));
            case ObjectNode object -> normal(object);
            case ArrayNode array -> {
                var normal = JsonNodeFactory.instance.arrayNode(array.size());
                array.forEach(each -> {
                    var item = normal(each);
                    if (!isNothing(item)) {
                        normal.add(item);
                    }
                });
                yield normal;
            }
            default -> value;
        };
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull()
                || (value.isTextual() && value.asText().isEmpty())
                || (value.isContainerNode() && value.isEmpty());
    }
}
