package vn.tiendo.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Everything one overlay renders to, and the secrets it expects to find.
public final class Overlay {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final String name;
    private final List<Manifest> manifests;
    private final Map<String, Set<String>> requiredSecrets;

    private Overlay(String name, List<Manifest> manifests, Map<String, Set<String>> requiredSecrets) {
        this.name = name;
        this.manifests = manifests;
        this.requiredSecrets = requiredSecrets;
    }

    /// @param rendered what kustomize printed
    /// @param requiredSecrets the overlay's required-secrets.yaml
    public static Overlay read(String name, String rendered, Path requiredSecrets) {
        var manifests = new ArrayList<Manifest>();
        var secrets = new HashMap<String, Set<String>>();
        try (var documents = YAML.readerFor(ObjectNode.class).<ObjectNode>readValues(YAML.createParser(rendered))) {
            documents.forEachRemaining(document -> manifests.add(new Manifest(document)));
            for (var secret : YAML.readTree(Files.readString(requiredSecrets))) {
                var keys = new HashSet<String>();
                secret.path("keys").forEach(key -> keys.add(key.asText()));
                secrets.put(secret.path("name").asText(), keys);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Overlay(name, manifests, secrets);
    }

    public String name() {
        return name;
    }

    /// Independent of this one in every node.
    public Overlay copy() {
        var copies = new ArrayList<Manifest>();
        manifests.forEach(manifest -> copies.add(new Manifest(manifest.json().deepCopy())));
        return new Overlay(name, copies, new HashMap<>(requiredSecrets));
    }

    public List<Manifest> manifests() {
        return manifests;
    }

    Stream<Manifest> of(String kind) {
        return manifests.stream().filter(manifest -> manifest.is(kind));
    }

    Optional<Manifest> find(String kind, String name) {
        return manifests.stream().filter(manifest -> manifest.is(kind, name)).findFirst();
    }

    public Manifest get(String kind, String name) {
        return find(kind, name)
                .orElseThrow(() -> new IllegalStateException(this.name + " has no " + kind + "/" + name));
    }

    /// The keys of every secret that will exist: listed by the overlay, or made by an operator from another object
    /// here.
    private Map<String, Set<String>> secrets() {
        var secrets = new HashMap<>(requiredSecrets);
        of("KafkaUser").forEach(user -> secrets.put(user.name(), Set.of("password", "sasl.jaas.config")));
        of("Kafka")
                .forEach(kafka ->
                        secrets.put(kafka.name() + "-cluster-ca-cert", Set.of("ca.crt", "ca.p12", "ca.password")));
        of("Cluster").forEach(cluster -> secrets.put(cluster.name() + "-ca", Set.of("ca.crt")));
        return secrets;
    }

    void requireSecret(Manifest manifest, String secret, String key, List<Finding> findings) {
        if (!secrets().getOrDefault(secret, Set.of()).contains(key)) {
            findings.add(Finding.of(
                    "secret-is-declared", manifest, "no secret '" + secret + "' with key '" + key + "' is declared"));
        }
    }

    /// What a container sees of ConfigMaps and literal values; a secret's value is unknown and shows as empty.
    Map<String, String> environment(JsonNode container) {
        var environment = new HashMap<String, String>();
        Manifest.items(container, "/envFrom")
                .flatMap(source -> find("ConfigMap", Manifest.text(source, "/configMapRef/name")).stream())
                .forEach(map -> environment.putAll(Manifest.labels(map.at("/data"))));
        Manifest.items(container, "/env")
                .forEach(variable ->
                        environment.put(Manifest.text(variable, "/name"), Manifest.text(variable, "/value")));
        return environment;
    }
}
