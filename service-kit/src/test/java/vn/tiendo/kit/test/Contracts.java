package vn.tiendo.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Checks that hold for every service: its interface document, its migrations, its sentences.
///
/// `-Dcontract.write=true` writes the interface document instead of comparing it.
public final class Contracts {

    private static final Pattern PROBLEM = Pattern.compile("super\\(\\s*(?:Kind\\.)?[A-Z_]+,\\s*\"([a-z0-9-]+)\"");
    private static final Pattern CONSTRAINT = Pattern.compile("constraint\\s+([a-z0-9_]+)\\s+(?:unique|check|exclude)");

    private Contracts() {}

    /// The interface that the code has is the one in `contract/openapi.yaml`.
    public static void interfaceIsAsPublished(String service) throws IOException {
        var document = RestAssured.given()
                .accept("application/yaml")
                .get("/openapi/" + service)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var published = Path.of("contract", "openapi.yaml");
        if (Boolean.getBoolean("contract.write")) {
            Files.createDirectories(published.getParent());
            Files.writeString(published, document);
        }
        assertThat(published).content(StandardCharsets.UTF_8).isEqualTo(document);
    }

    /// The tables of the kit are in every service exactly as the kit has them.
    public static void kitMigrationsAreUnchanged() throws IOException {
        for (var name : new String[] {
            "V0001__create_outbox_and_inbox.sql",
            "V0002__create_idempotency_and_audit.sql",
            "V0003__create_reach_and_calendar.sql"
        }) {
            try (var original = Contracts.class.getResourceAsStream("/vn/tiendo/kit/" + name)) {
                assertThat(original).as(name).isNotNull();
                assertThat(Path.of("src/main/resources/db/migration", name))
                        .content(StandardCharsets.UTF_8)
                        .isEqualTo(new String(original.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    /// Every problem code of the service, and every named rule of its tables, has a title in both languages.
    public static void everyProblemHasItsSentences() throws IOException {
        var codes = new TreeSet<String>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source : sources.filter(file -> file.toString().endsWith("Problem.java"))
                    .toList()) {
                var found = PROBLEM.matcher(Files.readString(source));
                while (found.find()) {
                    codes.add(found.group(1));
                }
            }
        }
        try (var migrations = Files.list(Path.of("src/main/resources/db/migration"))) {
            for (var migration : migrations
                    .filter(file -> !file.getFileName().toString().matches("V000[1-3].*"))
                    .toList()) {
                var found = CONSTRAINT.matcher(Files.readString(migration));
                while (found.find()) {
                    codes.add(found.group(1).replace('_', '-'));
                }
            }
        }
        assertThat(codes).isNotEmpty();
        for (var language : new String[] {"vi", "en"}) {
            var sentences = new Properties();
            try (var reader =
                    Files.newBufferedReader(Path.of("src/main/resources/messages_" + language + ".properties"))) {
                sentences.load(reader);
            }
            assertThat(sentences.stringPropertyNames())
                    .as("titles in " + language)
                    .containsAll(codes.stream().map(code -> code + ".title").toList());
        }
    }
}
