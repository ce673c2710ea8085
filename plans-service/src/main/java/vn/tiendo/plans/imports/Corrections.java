package vn.tiendo.plans.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import vn.tiendo.plans.imports.PlanImportApi.Change;
import vn.tiendo.plans.imports.PlanImportApi.Correction;

/// What a person changed between what was proposed and what is to be confirmed. Pure.
///
/// A person may give an obligation another code, so that one is found again by its code, else by its kind and deadline
/// in the same sentence, else by its kind there, else by the sentence alone.
final class Corrections {

    private static final String OBLIGATIONS = "obligations";

    private Corrections() {}

    static List<String> ofDocument(JsonNode proposed, JsonNode draft) {
        return fields(proposed, draft, Set.of(OBLIGATIONS));
    }

    static List<Correction> ofObligations(JsonNode proposed, JsonNode draft) {
        var from = list(proposed);
        var to = list(draft);
        var pairs = pairs(from, to);
        var corrections = new ArrayList<Correction>();
        for (var each : to) {
            var origin = pairs.get(each);
            if (origin == null) {
                corrections.add(new Correction(code(each), null, Change.ADDED, List.of()));
                continue;
            }
            var changed = fields(origin, each, Set.of());
            corrections.add(new Correction(
                    code(each), code(origin), changed.isEmpty() ? Change.KEPT : Change.CORRECTED, changed));
        }
        var found = new HashSet<>(pairs.values().stream().map(Corrections::code).toList());
        from.stream()
                .filter(each -> !found.contains(code(each)))
                .forEach(each -> corrections.add(new Correction(null, code(each), Change.REMOVED, List.of())));
        return corrections;
    }

    private static Map<JsonNode, JsonNode> pairs(List<JsonNode> from, List<JsonNode> to) {
        var pairs = new java.util.IdentityHashMap<JsonNode, JsonNode>();
        var free = new LinkedHashMap<String, JsonNode>();
        from.forEach(each -> free.put(code(each), each));
        List<BiPredicate<JsonNode, JsonNode>> likeness = List.of(
                (one, other) -> code(one).equals(code(other)),
                (one, other) -> same(one, other, "kind") && same(one, other, "deadline") && inOneSentence(one, other),
                (one, other) -> same(one, other, "kind") && inOneSentence(one, other),
                Corrections::inOneSentence);
        for (var alike : likeness) {
            for (var each : to) {
                if (pairs.containsKey(each)) {
                    continue;
                }
                free.values().stream()
                        .filter(candidate -> alike.test(candidate, each))
                        .findFirst()
                        .ifPresent(candidate -> {
                            pairs.put(each, candidate);
                            free.remove(code(candidate));
                        });
            }
        }
        return pairs;
    }

    private static boolean inOneSentence(JsonNode one, JsonNode other) {
        var first = one.path("quote").asText("");
        var second = other.path("quote").asText("");
        return !first.isEmpty() && !second.isEmpty() && (first.contains(second) || second.contains(first));
    }

    private static boolean same(JsonNode one, JsonNode other, String field) {
        return one.path(field).equals(other.path(field));
    }

    /// An absent field, an empty one and null are the same.
    private static List<String> fields(JsonNode one, JsonNode other, Set<String> but) {
        var names = new TreeSet<String>();
        one.fieldNames().forEachRemaining(names::add);
        other.fieldNames().forEachRemaining(names::add);
        names.removeAll(but);
        return names.stream()
                .filter(name -> !isNothing(one.path(name)) || !isNothing(other.path(name)))
                .filter(name -> !one.path(name).equals(other.path(name)))
                .toList();
    }

    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode() || node.isNull() || (node.isContainerNode() && node.isEmpty());
    }

    private static List<JsonNode> list(JsonNode plan) {
        return plan.path(OBLIGATIONS) instanceof ArrayNode array
                ? array.valueStream().toList()
                : List.of();
    }

    private static String code(JsonNode obligation) {
        return obligation.path("code").asText("");
    }
}
