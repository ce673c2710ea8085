package vn.tiendo.plans.imports;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Converter;
import vn.tiendo.plans.imports.reader.ReadDocument;
import vn.tiendo.plans.obligation.JsonText;

/// How what was read is kept in columns.
final class ContentTexts {

    private ContentTexts() {}

    @Converter
    static class Reading extends JsonText<ReadDocument> {
        Reading() {
            super(new TypeReference<>() {});
        }
    }

    @Converter
    static class Proposal extends JsonText<Resolution> {
        Proposal() {
            super(new TypeReference<>() {});
        }
    }

    @Converter
    static class Draft extends JsonText<JsonNode> {
        Draft() {
            super(new TypeReference<>() {});
        }
    }
}
