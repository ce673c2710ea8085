package vn.tiendo.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/// Evaluates the `x-kubernetes-validations` of a schema on a value, as an API server does on creation. Values are
/// untyped, so a rule that a server would refuse to compile for its types may compile here, never the other way round.
final class CelRules {
    /// Words that the language keeps for itself: a field so named is written between double underscores.
    private static final Set<String> RESERVED = Set.of(
            "true",
            "false",
            "null",
            "in",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "package",
            "namespace",
            "return",
            "var",
            "void",
            "while");

    private final Cel cel = CelFactory.standardCelBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("self", SimpleType.DYN)
            .addVar("oldSelf", SimpleType.DYN)
            .addCompilerLibraries(CelExtensions.strings(), CelExtensions.lists(), CelExtensions.optional())
            .addRuntimeLibraries(CelExtensions.strings(), CelExtensions.lists(), CelExtensions.optional())
            .build();
    private final Map<String, CelRuntime.Program> programs = new HashMap<>();

    int compileAll(JsonNode schema) {
        var compiled = 0;
        for (var rule : schema.path("x-kubernetes-validations")) {
            var unused = program(rule.path("rule").asText());
            compiled++;
        }
        for (var property : schema.path("properties")) {
            compiled += compileAll(property);
        }
        for (var nested : List.of(schema.path("items"), schema.path("additionalProperties"))) {
            if (nested.isObject()) {
                compiled += compileAll(nested);
            }
        }
        return compiled;
    }

    void check(JsonNode value, JsonNode schema, String path, BiConsumer<String, String> refused) {
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        for (var rule : schema.path("x-kubernetes-validations")) {
            var expression = rule.path("rule").asText();
            // A rule on a change has nothing to say about a new object.
            if (!expression.contains("oldSelf") && !holds(expression, value, schema)) {
                refused.accept(path, rule.path("message").asText(expression));
            }
        }
        if (value.isObject()) {
            for (var field : value.properties()) {
                var declared = schema.path("properties").path(field.getKey());
                check(
                        field.getValue(),
                        declared.isMissingNode() ? schema.path("additionalProperties") : declared,
                        path + "." + field.getKey(),
                        refused);
            }
        } else if (value.isArray()) {
            for (var item : value) {
                check(item, schema.path("items"), path + "[]", refused);
            }
        }
    }

    private boolean holds(String expression, JsonNode value, JsonNode schema) {
        try {
            return Boolean.TRUE.equals(program(expression).eval(Map.of("self", plain(value, schema))));
        } catch (CelEvaluationException e) {
            // A server refuses an object on which a rule cannot be evaluated.
            return false;
        }
    }

    private CelRuntime.Program program(String expression) {
        return programs.computeIfAbsent(expression, text -> {
            try {
                return cel.createProgram(cel.compile(text).getAst());
            } catch (CelValidationException | CelEvaluationException e) {
                throw new IllegalStateException("rule does not compile: " + text, e);
            }
        });
    }

    private static Object plain(JsonNode value, JsonNode schema) {
        if (value.isObject()) {
            var map = new HashMap<String, Object>();
            for (var field : value.properties()) {
                if (!field.getValue().isNull()) {
                    var declared = schema.path("properties").path(field.getKey());
                    map.put(
                            !declared.isMissingNode() && RESERVED.contains(field.getKey())
                                    ? "__" + field.getKey() + "__"
                                    : field.getKey(),
                            plain(
                                    field.getValue(),
                                    declared.isMissingNode() ? schema.path("additionalProperties") : declared));
                }
            }
            return map;
        }
        if (value.isArray()) {
            var list = new ArrayList<Object>();
            value.forEach(item -> list.add(plain(item, schema.path("items"))));
            return list;
        }
        if (value.isIntegralNumber()) {
            return value.asLong();
        }
        if (value.isNumber()) {
            return value.asDouble();
        }
        return value.isBoolean() ? (Object) value.asBoolean() : value.asText();
    }
}
