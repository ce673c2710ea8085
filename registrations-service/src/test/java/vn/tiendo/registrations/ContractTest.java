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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.Contracts;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.kit.time.Uuid7;

@QuarkusTest
class ContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ADDRESS = Pattern.compile("address: ([a-z0-9.-]+)");
    private static final Set<String> PUBLISHED = Set.of(
            "registrations.campaign.v1",
            "registrations.nomination.v1",
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

    @Test
    void the_sample_of_a_nomination_is_what_is_published() throws IOException {
        var scene = new Scene();
        var unit = TestTree.aChildOf(scene.committee);
        var obligation = Uuid7.next();
        var assignment = Uuid7.next();
        TestEvents.send("plans.plan.v1", scene.plan.toString(), "plans.plan.issued.v1", 1, """
            {"id":"%s","status":"ISSUED","obligations":[{"id":"%s","kind":"EXEMPLAR_NOMINATION","form":"INDIVIDUAL",
             "minCount":2,"maxCount":3}]}\
            """.formatted(
                        scene.plan, obligation));
        TestEvents.send("plans.assignment.v1", assignment.toString(), "plans.assignment.opened.v1", 1, """
            {"id":"%s","planId":"%s","obligationId":"%s","organisationId":"%s","kind":"EXEMPLAR_NOMINATION",
             "occurrence":"2024"}\
            """.formatted(
                        assignment, scene.plan, obligation, unit.id()));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Scene.count(
                                "select count(*) from nomination_debt d join nomination_quota q on q.obligation_id ="
                                        + " d.obligation_id where d.id = ?1",
                                assignment)
                        == 1);
        var id = Requests.made(Requests.create(
                Tokens.of(TestTree.aHolderOf(Role.COMMITTEE_OFFICER, unit)),
                "nominations",
                Map.of(
                        "organisationId",
                        unit.id(),
                        "obligationId",
                        obligation,
                        "year",
                        2024,
                        "form",
                        "INDIVIDUAL",
                        "memberId",
                        scene.aMember(unit).id(),
                        "achievement",
                        "Gương mẫu")));
        var leader = Tokens.of(TestTree.aHolderOf(Role.COMMITTEE_LEADER, unit));
        Requests.command(leader, "nominations/" + id + "/approval", null).then().statusCode(200);
        Requests.command(leader, "nominations/" + id + "/report", null).then().statusCode(200);
        compare("nomination-reported.v1.json", "registrations.nomination.v1", UUID.fromString(id), "reportedAt");
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
