package vn.tiendo.plans.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.obligation.ObligationApi.ObligationContent;
import vn.tiendo.plans.plan.PlanApi.PlanContent;

/// How one plan differs from another, obligation by obligation, told apart by their codes.
///
/// @param fields what changed about the document itself
/// @param added obligations that only the newer plan has
/// @param removed obligations that only the older plan has
/// @param changed obligations that both have, with what changed about them
/// @param moved occurrences whose last on-time day changed
record PlanDiff(
        List<Change> fields,
        List<ObligationContent> added,
        List<ObligationContent> removed,
        List<ChangedObligation> changed,
        List<MovedDeadline> moved) {

    /// @param from as the older plan has it; absent when it says nothing
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(
            String field, @Nullable JsonNode from, @Nullable JsonNode to) {}

    record ChangedObligation(String code, List<Change> changes) {}

    /// @param occurrence its label in the newer plan
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MovedDeadline(
            String code,
            String occurrence,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    static PlanDiff between(PlanContent older, PlanContent newer, List<MovedDeadline> moved, ObjectMapper json) {
        var before = byCode(older);
        var after = byCode(newer);
        var added = new ArrayList<ObligationContent>();
        var changed = new ArrayList<ChangedObligation>();
        after.forEach((code, content) -> {
            var earlier = before.get(code);
            if (earlier == null) {
                added.add(content);
            } else if (!earlier.equals(content)) {
                var changes = changes(json.valueToTree(earlier), json.valueToTree(content));
                if (!changes.isEmpty()) {
                    changed.add(new ChangedObligation(code, changes));
                }
            }
        });
        var removed = before.entrySet().stream()
                .filter(entry -> !after.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return new PlanDiff(
                changes(documentOf(older, json), documentOf(newer, json)),
                List.copyOf(added),
                removed,
                List.copyOf(changed),
                moved);
    }

    private static Map<String, ObligationContent> byCode(PlanContent content) {
        var byCode = new LinkedHashMap<String, ObligationContent>();
        content.obligations().forEach(each -> byCode.put(each.code(), each));
        return byCode;
    }

    private static JsonNode documentOf(PlanContent content, ObjectMapper json) {
        ObjectNode document = json.valueToTree(content);
        document.remove("obligations");
        return document;
    }

    static List<Change> changes(JsonNode before, JsonNode after) {
        var names = new LinkedHashSet<String>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name -> !Objects.equals(said(before, name), said(after, name)))
                .map(name -> new Change(name, said(before, name), said(after, name)))
                .toList();
    }

    /// Nothing, null and an empty list all say nothing.
    private static @Nullable JsonNode said(JsonNode of, String name) {
        var value = of.get(name);
        return value == null || value.isNull() || (value.isArray() && value.isEmpty()) ? null : value;
    }
}
