package vn.tiendo.verify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/// An overlay with one mistake in it, and the rule that must refuse it.
record Mutant(String mistake, String rule, String overlay, Consumer<Overlay> change) {
    static Mutant evaluation(String mistake, String rule, Consumer<Overlay> change) {
        return new Mutant(mistake, rule, "evaluation", change);
    }

    static Mutant production(String mistake, String rule, Consumer<Overlay> change) {
        return new Mutant(mistake, rule, "production", change);
    }

    List<String> rulesThatRefuse(List<Check> checks) {
        var mutated = Repository.overlay(overlay);
        change.accept(mutated);
        return checks.stream()
                .flatMap(check -> check.check(mutated).stream())
                .map(Finding::rule)
                .distinct()
                .toList();
    }

    static ObjectNode spec(Overlay overlay, String kind, String name) {
        return object(overlay.get(kind, name).json(), "/spec");
    }

    static ObjectNode object(ObjectNode node, String pointer) {
        return (ObjectNode) node.at(pointer);
    }

    static ArrayNode array(ObjectNode node, String pointer) {
        return (ArrayNode) node.at(pointer);
    }

    @Override
    public String toString() {
        return rule + " refuses " + mistake;
    }
}
