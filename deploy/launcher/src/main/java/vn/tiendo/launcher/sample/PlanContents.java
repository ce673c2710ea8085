package vn.tiendo.launcher.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes the body of a new plan out of a document's extraction and the reviewed answer to who owes what.
final class PlanContents {
    private static final List<String> DEADLINE = List.of(
            "type",
            "raw",
            "date",
            "from",
            "to",
            "exclusive",
            "recurrence",
            "anchor",
            "alternative",
            "event",
            "duration",
            "yearInherited",
            "vague",
            "time",
            "offset",
            "occurrences");
    private static final List<String> WORDS = List.of(
            "kind",
            "form",
            "tier",
            "subject",
            "optional",
            "quote",
            "exempt",
            "recipient",
            "via",
            "adviser",
            "coordinators",
            "copyTo",
            "inspectionSubjects",
            "exemptionDecidedBy",
            "status",
            "quoteParts",
            "deadlineQuote",
            "note");
    private static final List<String> COUNTS = List.of("minCount", "maxCount", "targetCount", "unit", "perPeriod");
    private static final List<String> DOCUMENT =
            List.of("type", "number", "symbol", "issueDate", "title", "year", "periodFrom", "periodTo", "rollOff");

    private final Map<String, JsonNode> debtors = new LinkedHashMap<>();
    private final Map<String, String> organisations;

    /// @param debtors the reviewed table
    /// @param organisations ids by code
    PlanContents(JsonNode debtors, Map<String, String> organisations) {
        debtors.forEach(entry -> this.debtors.put(entry.path("id").asText(), entry));
        this.organisations = organisations;
    }

    /// @param document one entry of documents.json
    /// @param extraction what the document demands
    ObjectNode of(JsonNode document, JsonNode extraction) {
        var content = Api.JSON.createObjectNode();
        content.put("organisationId", id(document.path("organisation").asText()));
        copy(document, content, DOCUMENT);
        copy(document.path("signer"), content.putObject("signer"), List.of("name", "position", "capacity"));
        var obligations = content.putArray("obligations");
        extraction.path("obligations").forEach(obligation -> obligations.add(obligation(obligation)));
        return content;
    }

    private ObjectNode obligation(JsonNode extracted) {
        var code = extracted.path("id").asText();
        var owed = debtors.get(code);
        if (owed == null) throw new LoadFailure("debtors.json does not say who owes " + code);
        var obligation = Api.JSON.createObjectNode();
        obligation.put("code", code);
        copy(extracted, obligation, WORDS);
        obligation.set("debtors", predicate(owed.path("debtors")));
        var recipient = owed.path("recipient").asText("");
        if (recipient.equals("PARENT")) obligation.put("recipientIsParent", true);
        else if (owed.hasNonNull("recipient")) obligation.put("recipientOrganisationId", id(recipient));
        if (owed.hasNonNull("via"))
            obligation.put("viaOrganisationId", id(owed.path("via").asText()));
        if (extracted.hasNonNull("deadline"))
            copy(extracted.path("deadline"), obligation.putObject("deadline"), DEADLINE);
        if (COUNTS.stream().anyMatch(extracted::hasNonNull)) copy(extracted, obligation.putObject("counts"), COUNTS);
        return obligation;
    }

    private ObjectNode predicate(JsonNode written) {
        var predicate = Api.JSON.createObjectNode();
        var anyOf = predicate.putArray("anyOf");
        written.path("anyOf").forEach(group -> {
            var ids = anyOf.addObject();
            copy(group, ids, List.of("kinds", "tierFrom", "tierTo", "post"));
            if (group.hasNonNull("under"))
                ids.put("under", id(group.path("under").asText()));
            if (group.has("organisations")) ids(group.path("organisations"), ids.putArray("organisations"));
        });
        ids(written.path("except"), predicate.putArray("except"));
        return predicate;
    }

    private void ids(JsonNode codes, ArrayNode ids) {
        codes.forEach(code -> ids.add(id(code.asText())));
    }

    private String id(String code) {
        var id = organisations.get(code);
        if (id == null) throw new LoadFailure("organisations.csv has no " + code);
        return id;
    }

    private static void copy(JsonNode from, ObjectNode to, List<String> fields) {
        for (var field : fields) {
            if (from.hasNonNull(field)) to.set(field, from.get(field));
        }
    }
}
