package vn.tiendo.plans;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.plans.PlansWorld.FIRST_ADMINISTRATOR;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aPlan;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.aVote;
import static vn.tiendo.plans.PlansWorld.anIssuedPlan;
import static vn.tiendo.plans.PlansWorld.anObligation;
import static vn.tiendo.plans.PlansWorld.assignments;
import static vn.tiendo.plans.PlansWorld.awaitOpened;
import static vn.tiendo.plans.PlansWorld.before;
import static vn.tiendo.plans.PlansWorld.command;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.PlansWorld.give;
import static vn.tiendo.plans.PlansWorld.named;
import static vn.tiendo.plans.PlansWorld.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.Tokens;

/// The samples that consumers test themselves on have the fields that are really published.
@QuarkusTest
class EventSamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ADDRESS = Pattern.compile("(?m)^ {4}address: (\\S+)$");

    @Test
    void the_samples_have_the_fields_of_real_events() {
        var province = aProvince();
        var unit = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        var given = give(FIRST_ADMINISTRATOR, "sample-holder", "MEMBER", unit.id());
        command(
                        FIRST_ADMINISTRATOR,
                        "/api/v1/posts/" + given.path("id") + "/ending",
                        given.header("ETag"),
                        Map.of("lastDay", "2030-12-31"))
                .then()
                .statusCode(200);
        var meetings = anObligation("M", "THEMATIC_MEETING", named(unit.id()), null);
        meetings.put("counts", Map.of("minCount", 1, "perPeriod", "YEAR"));
        var plan = anIssuedPlan(
                province.id(),
                aPlan(
                        province.id(),
                        meetings,
                        anObligation("T", "STUDY_MATERIAL", named(unit.id()), before(LocalDate.of(2050, 4, 1)))));
        var held = post(
                aHolder("CELL_SECRETARY", unit.id()),
                "/api/v1/activities",
                Map.of(
                        "organisationId",
                        unit.id(),
                        "kind",
                        "THEMATIC_MEETING",
                        "heldOn",
                        "2024-03-10",
                        "attendance",
                        9,
                        "obligationIds",
                        List.of()));
        var officer = aHolder("COMMITTEE_OFFICER", province.id());
        String assignment = assignments(officer, "kind=STUDY_MATERIAL&plan=" + plan).stream()
                .map(each -> (String) each.get("id"))
                .findFirst()
                .orElseThrow();
        command(officer, "/api/v1/assignments/" + assignment + "/fulfilment", "*", Map.of("reason", "Đã gửi"))
                .then()
                .statusCode(200);
        var path = "/api/v1/plans/" + plan;
        command(officer, path + "/submission", "*", Map.of()).then().statusCode(200);

        String amendment =
                command(officer, path + "/amendments", null, Map.of()).path("id");
        var leader = aHolder("COMMITTEE_LEADER", province.id());
        amend(officer, leader, province.id(), unit.id(), "/api/v1/plans/" + amendment);
        awaitOpened(leader, "/api/v1/plans/" + amendment);
        command(leader, "/api/v1/plans/" + amendment + "/recall", "*", Map.of("reason", "Nhầm"))
                .then()
                .statusCode(200);

        var draft = post(officer, "/api/v1/plans", aPlan(province.id()));
        given().auth()
                .oauth2(Tokens.of(officer))
                .header("If-Match", draft.header("ETag"))
                .delete("/api/v1/plans/" + draft.path("id"))
                .then()
                .statusCode(204);

        sampled("plans.organisation.v1", unit.id().toString(), "created");
        sampled("plans.post.v1", given.path("id"), "given", "ended");
        sampled("plans.calendar.v1", get(officer, "/api/v1/calendars/VN").path("id"), "changed");
        sampled("plans.plan.v1", plan.toString(), "drafted", "adopted", "issued", "submitted", "superseded");
        sampled("plans.plan.v1", amendment, "recalled");
        sampled("plans.plan.v1", draft.path("id"), "deleted");
        sampled("plans.assignment.v1", assignment, "opened", "fulfilled");
        sampled("plans.activity.v1", held.path("id"), "held");
        inspectionsAreSampled(province.id(), unit.id());
    }

    private static void inspectionsAreSampled(UUID inspector, UUID inspected) {
        var officer = aHolder("COMMITTEE_OFFICER", inspector);
        var content = new HashMap<String, Object>(Map.of(
                "organisationId",
                inspector,
                "kind",
                "INSPECTION",
                "form",
                "PERIODIC",
                "plannedOn",
                "2050-04-02",
                "obligationIds",
                List.of(),
                "inspection",
                Map.of("quarter", "2050-Q2", "subjects", List.of(Map.of("organisationId", inspected)))));
        var planned = post(officer, "/api/v1/activities", content);
        planned.then().statusCode(201);
        content.put("heldOn", "2024-04-02");
        content.put("attendance", 3);
        var path = "/api/v1/activities/" + planned.path("id");
        var correct = Map.of("reason", "Nhầm ngày", "activity", content);
        command(officer, path + "/holding", "*", content).then().statusCode(200);
        command(officer, path + "/correction", "*", correct).then().statusCode(200);
        command(officer, path + "/cancellation", "*", Map.of("reason", "Trùng"))
                .then()
                .statusCode(200);
        sampled("plans.activity.v1", planned.path("id"), "planned", "corrected", "cancelled");
    }

    private static void amend(String officer, String leader, UUID province, UUID unit, String amendment) {
        var changed =
                aPlan(province, anObligation("T", "STUDY_MATERIAL", named(unit), before(LocalDate.of(2050, 5, 1))));
        given().auth()
                .oauth2(Tokens.of(officer))
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(changed)
                .put(amendment)
                .then()
                .statusCode(200);
        command(leader, amendment + "/adoption", "*", aVote()).then().statusCode(200);
        command(leader, amendment + "/issuance", "*", null).then().statusCode(200);
    }

    @Test
    void the_samples_of_a_restructuring_have_the_fields_of_real_events() {
        var province = aProvince();
        var ending = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        var successor = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        var cell = aUnit(ending.id(), "CELL");
        var plan = anIssuedPlan(
                province.id(),
                aPlan(
                        province.id(),
                        anObligation("T", "STUDY_MATERIAL", named(ending.id()), before(LocalDate.of(2050, 4, 1)))));
        post(
                        FIRST_ADMINISTRATOR,
                        "/api/v1/restructurings",
                        Map.of(
                                "decision",
                                Map.of("number", "1", "symbol", "QĐ", "date", "2025-06-16", "issuer", "Tỉnh ủy"),
                                "effectiveOn",
                                "2025-07-01",
                                "acts",
                                List.of(Map.of(
                                        "type",
                                        "MERGE",
                                        "organisations",
                                        List.of(Map.of("id", ending.id())),
                                        "into",
                                        Map.of("id", successor.id())))))
                .then()
                .statusCode(201);
        String left = get(FIRST_ADMINISTRATOR, "/api/v1/assignments?plan=" + plan)
                .path("items.find { it.organisationId == '" + ending.id() + "' }.id");
        sampled("plans.organisation.v1", ending.id().toString(), "ended");
        sampled("plans.organisation.v1", cell.id().toString(), "moved");
        sampled("plans.assignment.v1", left, "transferred");
    }

    @Test
    void the_channels_are_those_configured_and_published() throws IOException {
        var described = new TreeSet<String>();
        var found = ADDRESS.matcher(Files.readString(Path.of("contract/asyncapi.yaml")));
        while (found.find()) {
            described.add(found.group(1));
        }
        var spoken = new TreeSet<>(
                ConfigProvider.getConfig().getValues("mp.messaging.incoming.events.topics", String.class));
        spoken.addAll(List.of(
                "plans.organisation.v1",
                "plans.post.v1",
                "plans.calendar.v1",
                "plans.plan.v1",
                "plans.assignment.v1",
                "plans.activity.v1"));
        assertThat(described).isEqualTo(spoken);
    }

    private static void sampled(String topic, String key, String... whats) {
        var aggregate = topic.split("\\.")[1];
        Awaitility.await().atMost(10, TimeUnit.SECONDS).untilAsserted(() -> {
            var told = TestEvents.on(topic, key).stream()
                    .collect(Collectors.toMap(
                            event -> TestEvents.header(event, "ce_type"), ConsumerRecord::value, (one, again) -> one));
            for (var what : whats) {
                var type = "plans." + aggregate + "." + what + ".v1";
                assertThat(told).containsKey(type);
                compare(
                        Path.of("contract", "events", aggregate + "-" + what + ".v1.json"),
                        JSON.readTree(told.get(type)));
            }
        });
    }

    private static void compare(Path sample, JsonNode real) {
        try {
            if (Boolean.getBoolean("contract.write")) {
                Files.createDirectories(sample.getParent());
                Files.writeString(sample, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(real) + "\n");
            }
            assertThat(fields(JSON.readTree(sample.toFile())))
                    .as(sample.toString())
                    .isEqualTo(fields(real));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TreeSet<String> fields(JsonNode state) {
        var names = new TreeSet<String>();
        state.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
