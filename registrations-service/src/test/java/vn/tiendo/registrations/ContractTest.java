package vn.tiendo.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.Contracts;
import vn.tiendo.kit.test.TestEvents;

@QuarkusTest
class ContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ADDRESS = Pattern.compile("address: ([a-z0-9.-]+)");
    private static final Set<String> PUBLISHED = Set.of(
            "registrations.campaign.v1",
            "registrations.registration.v1",
            "registrations.unit-summary.v1",
            "registrations.member-contact.v1");

    @Test
    void the_interface_is_as_published() throws IOException {
        Contracts.interfaceIsAsPublished("registrations");
    }

    @Test
    void the_migrations_of_the_kit_are_unchanged() throws IOException {
        Contracts.kitMigrationsAreUnchanged();
    }

    @Test
    void every_problem_has_its_sentences() throws IOException {
        Contracts.everyProblemHasItsSentences();
    }

    @Test
    void the_events_document_names_exactly_the_topics_consumed_and_published() throws IOException {
        var named = new TreeSet<String>();
        var found = ADDRESS.matcher(Files.readString(Path.of("contract", "asyncapi.yaml")));
        while (found.find()) {
            named.add(found.group(1));
        }
        var expected = new TreeSet<>(PUBLISHED);
        expected.addAll(List.of(ConfigProvider.getConfig()
                .getValue("mp.messaging.incoming.events.topics", String.class)
                .split(",")));
        assertThat(named).isEqualTo(expected);
    }

    /// The samples that consumers test against have the fields, and the kinds of values, of real events.
    @Test
    void the_event_samples_are_what_is_published() throws IOException {
        var scene = new Scene();
        var cell = scene.aCell();
        var member = scene.aMember(cell);
        var retired = scene.aMember("RETIRED", cell);
        scene.issuePlan();
        var assignment = scene.assign(cell, Scene.tomorrow());
        var campaign = scene.openCampaign(1);
        var id = Scene.registrationOf(member, campaign);
        var secretary = scene.aSecretaryOf(cell);
        Scene.submit(member.token(), id, "\"0\"");
        Scene.giveBack(secretary, id, "\"1\"");
        Scene.submit(member.token(), id, "\"2\"");
        Scene.accept(secretary, id, "\"3\"").then().statusCode(200);
        compare(
                "registration-exempted.v1.json",
                "registrations.registration.v1",
                Scene.registrationOf(retired, campaign),
                "exemptedAt");
        compare("registration-accepted.v1.json", "registrations.registration.v1", id, "acceptedAt");
        compare("unit-summary-changed.v1.json", "registrations.unit-summary.v1", assignment, "completedAt");
        compare("campaign-roster-frozen.v1.json", "registrations.campaign.v1", campaign, "rosterFrozenAt");
        compare("member-contact-added.v1.json", "registrations.member-contact.v1", member.id(), "email");
    }

    private static void compare(String sample, String topic, UUID key, String until) throws IOException {
        var event = await().atMost(Duration.ofSeconds(20)).until(() -> last(topic, key), found -> found.has(until));
        var file = Path.of("contract", "events", sample);
        if (Boolean.getBoolean("contract.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(event) + "\n");
        }
        assertThat(shapeOf(JSON.readTree(file.toFile()))).as(sample).isEqualTo(shapeOf(event));
    }

    private static JsonNode last(String topic, UUID key) throws IOException {
        var events = TestEvents.on(topic, key.toString());
        return events.isEmpty()
                ? JSON.createObjectNode()
                : JSON.readTree(events.getLast().value());
    }

    private static Set<String> shapeOf(JsonNode event) {
        return event.properties().stream()
                .map(field -> field.getKey() + ":" + field.getValue().getNodeType())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
