package vn.tiendo.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Checks that hold for every service: its interface document, its migrations, its sentences.
///
/// `-Dcontract.write=true` writes the interface document instead of comparing it.
public final class Contracts {

    private static final Pattern PROBLEM = Pattern.compile("super\\(\\s*(?:Kind\\.)?[A-Z_]+,\\s*\"([a-z0-9-]+)\"");
    private static final Pattern CONSTRAINT = Pattern.compile("constraint\\s+([a-z0-9_]+)\\s+(?:unique|check|exclude)");

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern OF_ALL_SERVICES = Pattern.compile("V000[1-3]__.*");
    private static final List<String> KIT_TABLES = List.of(
            "V0001__create_outbox_and_inbox.sql",
            "V0002__create_idempotency_and_audit.sql",
            "V0003__create_reach_and_calendar.sql",
            "V0010__create_table_import.sql",
            "V0011__create_stored_content.sql",
            "V0012__watch_what_has_moved.sql");

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

    /// The tables of the kit are in every service exactly as the kit has them; those of imports and files only where
    /// a service has them under the kit's name.
    public static void kitMigrationsAreUnchanged() throws IOException {
        for (var name : KIT_TABLES) {
            var copy = MIGRATIONS.resolve(name);
            if (OF_ALL_SERVICES.matcher(name).matches() || Files.exists(copy)) {
                assertThat(copy).content(StandardCharsets.UTF_8).isEqualTo(ofTheKit("/vn/tiendo/kit/" + name));
            }
        }
    }

    private static String ofTheKit(String resource) throws IOException {
        try (var original = Contracts.class.getResourceAsStream(resource)) {
            assertThat(original).as(resource).isNotNull();
            return new String(original.readAllBytes(), StandardCharsets.UTF_8);
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
        try (var migrations = Files.list(MIGRATIONS)) {
            for (var migration : migrations
                    .filter(file -> !OF_ALL_SERVICES
                            .matcher(file.getFileName().toString())
                            .matches())
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
            sentences.load(new StringReader(ofTheKit("/kit_messages_" + language + ".properties")));
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
