package vn.tiendo.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// One Kubernetes object as it was rendered.
public record Manifest(ObjectNode json) {
    String apiVersion() {
        return text(json, "/apiVersion");
    }

    /// Empty for the core group.
    String group() {
        var apiVersion = apiVersion();
        return apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
    }

    String version() {
        var apiVersion = apiVersion();
        return apiVersion.substring(apiVersion.indexOf('/') + 1);
    }

    String kind() {
        return text(json, "/kind");
    }

    String name() {
        return text(json, "/metadata/name");
    }

    String namespace() {
        return text(json, "/metadata/namespace");
    }

    boolean is(String kind) {
        return kind.equals(kind());
    }

    boolean is(String kind, String name) {
        return is(kind) && name.equals(name());
    }

    JsonNode at(String pointer) {
        return json.at(pointer);
    }

    String text(String pointer) {
        return text(json, pointer);
    }

    Stream<JsonNode> items(String pointer) {
        return items(json, pointer);
    }

    /// The pod of a Deployment.
    JsonNode pod() {
        return json.at("/spec/template/spec");
    }

    Stream<JsonNode> containers() {
        return Stream.concat(items(pod(), "/initContainers"), items(pod(), "/containers"));
    }

    static String text(JsonNode node, String pointer) {
        return node.at(pointer).asText("");
    }

    static Stream<JsonNode> items(JsonNode node, String pointer) {
        return StreamSupport.stream(node.at(pointer).spliterator(), false);
    }

    /// The names of the items of a list.
    static Set<String> names(JsonNode node, String pointer) {
        return items(node, pointer).map(item -> text(item, "/name")).collect(Collectors.toSet());
    }

    static Map<String, String> labels(JsonNode labels) {
        return labels.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asText()));
    }

    @Override
    public String toString() {
        return kind() + "/" + name();
    }
}
