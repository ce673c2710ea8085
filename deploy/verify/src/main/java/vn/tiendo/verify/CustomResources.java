package vn.tiendo.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// Objects of other people's operators, checked against the definitions that the operators publish: their JSON schema,
/// made strict, and their CEL rules. A custom kind without a definition is a finding, so that nothing passes unseen.
/// For some kinds an excerpt of ours stands in until the operator's own definition is among them.
///
/// Not checked: rules on updates (there is no earlier object) and what an operator's webhook would refuse besides.
public final class CustomResources implements Check {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Set<String> BUILT_IN_GROUPS = Set.of("", "apps", "autoscaling", "networking.k8s.io", "policy");

    private static final List<String> EXCERPTS = List.of(
            "backend-traffic-policy.yaml", "client-traffic-policy.yaml", "pod-monitor.yaml", "prometheus-rule.yaml");

    private record Definition(JsonNode schema, JsonSchema strict) {}

    private final Map<String, Definition> definitions = new HashMap<>();
    private final CelRules rules = new CelRules();

    /// @param folder holds one CustomResourceDefinition per YAML document
    public CustomResources(Path folder) {
        var factory = JsonSchemaFactory.getInstance(VersionFlag.V7);
        EXCERPTS.forEach(name -> read(excerpt(name), factory));
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                for (var definition : YAML.readerFor(JsonNode.class)
                        .<JsonNode>readValues(file.toFile())
                        .readAll()) {
                    read(definition, factory);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode excerpt(String name) {
        try (var file = CustomResources.class.getResourceAsStream("excerpts/" + name)) {
            return YAML.readTree(Objects.requireNonNull(file, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(JsonNode definition, JsonSchemaFactory factory) {
        for (var version : definition.at("/spec/versions")) {
            if (version.path("served").asBoolean()) {
                var schema = version.at("/schema/openAPIV3Schema");
                var strict = schema.deepCopy();
                closeObjects(strict);
                definitions.put(
                        Manifest.text(definition, "/spec/group") + "/" + Manifest.text(version, "/name") + "/"
                                + Manifest.text(definition, "/spec/names/kind"),
                        new Definition(schema, factory.getSchema(strict)));
            }
        }
    }

    /// How many rules the definitions of this kind hold, after compiling each; one that does not compile throws.
    public int compileRulesOf(String apiVersionAndKind) {
        var definition = definitions.get(apiVersionAndKind);
        if (definition == null) {
            throw new IllegalStateException("no definition of " + apiVersionAndKind);
        }
        return rules.compileAll(definition.schema());
    }

    public Set<String> kinds() {
        return Set.copyOf(definitions.keySet());
    }

    static boolean isCustom(Manifest manifest) {
        return !BUILT_IN_GROUPS.contains(manifest.group());
    }

    @Override
    public List<Finding> check(Overlay overlay) {
        var findings = new ArrayList<Finding>();
        for (var manifest : overlay.manifests()) {
            if (isCustom(manifest)) {
                check(manifest, findings);
            }
        }
        return findings;
    }

    private void check(Manifest manifest, List<Finding> findings) {
        var definition = definitions.get(manifest.apiVersion() + "/" + manifest.kind());
        if (definition == null) {
            findings.add(Finding.of("crd-known", manifest, "no definition of " + manifest.apiVersion()));
            return;
        }
        definition
                .strict()
                .validate(manifest.json())
                .forEach(message -> findings.add(Finding.of("crd-schema", manifest, message.getMessage())));
        var defaulted = manifest.json().deepCopy();
        applyDefaults(defaulted, definition.schema());
        rules.check(
                defaulted,
                definition.schema(),
                "",
                (path, message) -> findings.add(Finding.of("crd-rule", manifest, path + ": " + message)));
        checkListKeys(defaulted, definition.schema(), "", manifest, findings);
    }

    /// What a server would prune is refused: an object with properties and no word on others is closed.
    private static void closeObjects(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            var open = object.path("x-kubernetes-preserve-unknown-fields").asBoolean()
                    || object.path("x-kubernetes-embedded-resource").asBoolean();
            if (object.path("properties").isObject() && !object.has("additionalProperties") && !open) {
                object.put("additionalProperties", false);
            }
            if (object.path("x-kubernetes-int-or-string").asBoolean() && !object.has("anyOf")) {
                object.putArray("type").add("integer").add("string");
            }
            if (object.path("nullable").asBoolean() && object.path("type").isTextual()) {
                var type = object.path("type").asText();
                object.putArray("type").add(type).add("null");
            }
            object.path("properties").forEach(CustomResources::closeObjects);
            closeObjects(object.path("items"));
            closeObjects(object.path("additionalProperties"));
            // allOf, anyOf, oneOf and not only add conditions to what is declared beside them: they stay open.
        }
    }

    private static void applyDefaults(JsonNode value, JsonNode schema) {
        if (value instanceof ObjectNode object) {
            for (var property : schema.path("properties").properties()) {
                var preset = property.getValue().path("default");
                if (!object.has(property.getKey()) && !preset.isMissingNode()) {
                    object.set(property.getKey(), preset.deepCopy());
                }
                applyDefaults(object.path(property.getKey()), property.getValue());
            }
            if (schema.path("additionalProperties").isObject()) {
                object.forEach(entry -> applyDefaults(entry, schema.path("additionalProperties")));
            }
        } else if (value.isArray()) {
            value.forEach(item -> applyDefaults(item, schema.path("items")));
        }
    }

    private static void checkListKeys(
            JsonNode value, JsonNode schema, String path, Manifest manifest, List<Finding> findings) {
        if (value.isObject()) {
            for (var property : schema.path("properties").properties()) {
                checkListKeys(
                        value.path(property.getKey()),
                        property.getValue(),
                        path + "." + property.getKey(),
                        manifest,
                        findings);
            }
        } else if (value.isArray()) {
            var listType = Manifest.text(schema, "/x-kubernetes-list-type");
            if (listType.equals("map") || listType.equals("set")) {
                var seen = new HashSet<JsonNode>();
                for (var item : value) {
                    var key = listType.equals("set") ? item : keyOf(item, schema);
                    if (!seen.add(key)) {
                        findings.add(Finding.of("crd-list-key", manifest, path + " holds " + key + " twice"));
                    }
                }
            }
            for (var item : value) {
                checkListKeys(item, schema.path("items"), path + "[]", manifest, findings);
            }
        }
    }

    private static JsonNode keyOf(JsonNode item, JsonNode listSchema) {
        var key = JsonNodeFactory.instance.objectNode();
        for (var name : listSchema.path("x-kubernetes-list-map-keys")) {
            key.set(name.asText(), item.path(name.asText()));
        }
        return key;
    }
}
