package vn.tiendo.registrations.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static vn.tiendo.registrations.Requests.command;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.Scene.count;
import static vn.tiendo.registrations.Scene.query;
import static vn.tiendo.registrations.Scene.registrationOf;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.HeldTask;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.registrations.Scene;

@QuarkusTest
class OpenCampaignTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Scene scene = new Scene();

    @Test
    void assignments_may_arrive_before_their_plan_and_before_their_organisation() {
        var cell = scene.aCell();
        scene.assign(cell, Scene.tomorrow());
        var stranger = Uuid7.next();
        scene.assign(Uuid7.next(), stranger, "2024", Scene.tomorrow(), 1);
        scene.issuePlan();
        var campaign = await().atMost(SOON)
                .until(
                        () -> Scene.uuids(
                                "select campaign_id from campaign_unit where obligation_id = ?1 and campaign_id is not null",
                                scene.obligation),
                        found -> found.size() == 2)
                .getFirst();
        TestEvents.send("plans.organisation.v1", stranger.toString(), "plans.organisation.founded.v1", 1, """
                {"id":"%s","code":"X-%s","name":"Chi bộ","kind":"CELL","parentId":"%s","path":"%szzzz/",
                 "validFrom":"2000-01-01"}""".formatted(
                        stranger, stranger, scene.committee.id(), scene.committee.path()));
        assertThat(scene.campaign(2)).isEqualTo(campaign);
    }

    @Test
    void opening_freezes_the_roster_and_publishes_it() {
        var cell = scene.aCell();
        var active = scene.aMember(cell);
        var retired = scene.aMember("RETIRED", cell);
        var assignment = Uuid7.next();
        scene.issuePlan();
        scene.assign(assignment, cell.id(), "2024", Scene.tomorrow(), 1);
        var campaign = scene.openCampaign(1);
        assertThat(statusOf(registrationOf(active, campaign))).isEqualTo("OWED");
        assertThat(statusOf(registrationOf(retired, campaign))).isEqualTo("EXEMPT");
        as(scene.officer)
                .get("/api/v1/campaigns/" + campaign)
                .then()
                .body("status", is("OPEN"))
                .body("rosterFrozenAt", notNullValue());
        var published = await().atMost(SOON)
                .until(
                        () -> TestEvents.on("registrations.unit-summary.v1", assignment.toString()),
                        events -> !events.isEmpty() && text(events).contains("\"rosterFrozen\":true"));
        assertThat(text(published)).contains("\"owes\":2", "\"exempt\":1", "\"missing\":1", campaign.toString());
        await().atMost(SOON)
                .until(() -> TestEvents.on("registrations.campaign.v1", campaign.toString()).stream()
                        .map(event -> TestEvents.header(event, "ce_type"))
                        .toList()
                        .containsAll(List.of(
                                "registrations.campaign.announced.v1",
                                "registrations.campaign.opened.v1",
                                "registrations.campaign.roster-frozen.v1")));
    }

    @Test
    void a_plan_that_words_fewer_exemptions_exempts_fewer() {
        var cell = scene.aCell();
        var retired = scene.aMember("RETIRED", cell);
        var excused = scene.aMember("EXEMPT_FROM_ACTIVITY", cell);
        scene.planIs("ISSUED", 1, "[\"Đảng viên được miễn công tác và sinh hoạt đảng\"]");
        scene.assign(cell, Scene.tomorrow());
        var campaign = scene.openCampaign(1);
        assertThat(statusOf(registrationOf(retired, campaign))).isEqualTo("OWED");
        assertThat(statusOf(registrationOf(excused, campaign))).isEqualTo("EXEMPT");
    }

    @Test
    void an_empty_roster_is_complete_at_once() {
        var cell = scene.aCell();
        scene.issuePlan();
        var assignment = scene.assign(cell, Scene.tomorrow());
        scene.openCampaign(1);
        await().atMost(SOON)
                .until(
                        () -> text(TestEvents.on("registrations.unit-summary.v1", assignment.toString())),
                        text -> text.contains("\"owes\":0") && text.contains("\"completedAt\""));
    }

    @Test
    void a_member_of_two_units_owes_once_and_both_review() {
        var first = scene.aCell();
        var second = scene.aCell();
        var member = scene.aMember(second, first);
        var campaign = scene.open(first, second);
        var id = registrationOf(member, campaign);
        assertThat(count("select count(*) from registration where campaign_id = ?1", campaign))
                .isOne();
        as(scene.aSecretaryOf(first))
                .get("/api/v1/registrations/" + id)
                .then()
                .statusCode(200)
                .body("registration.organisationId", is(second.id().toString()))
                .body(
                        "registration.organisationIds",
                        contains(second.id().toString(), first.id().toString()));
        as(scene.aSecretaryOf(second)).get("/api/v1/registrations/" + id).then().statusCode(200);
    }

    @Test
    void a_roster_larger_than_a_batch_is_frozen_to_the_last_member() {
        var cell = scene.aCell();
        Scene.execute("""
                with people as (
                  insert into member (id, version, name, name_key, birth_date, category, status, language)
                  select gen_random_uuid(), 0, 'x', 'x', date '1980-01-01', 'PARTY_MEMBER', 'ACTIVE', 'vi'
                    from generate_series(1, 1100) returning id)
                insert into membership (member_id, ordinal, organisation_id, organisation_path, valid_from)
                select id, 0, ?1, ?2, date '2020-01-01' from people""", cell.id(), cell.path());
        var campaign = scene.open(cell);
        assertThat(count("select count(distinct member_id) from registration where campaign_id = ?1", campaign))
                .isEqualTo(1100);
        as(scene.officer)
                .get("/api/v1/campaigns/" + campaign + "/summary?organisation=" + scene.committee.id())
                .then()
                .body("owes", is(1100));
    }

    @Test
    void a_unit_that_is_named_after_the_opening_is_frozen_when_it_comes() {
        var cell = scene.aCell();
        var later = scene.aCell();
        var both = scene.aMember(cell, later);
        var new_one = scene.aMember(later);
        var campaign = scene.open(cell);
        scene.assign(later, Scene.tomorrow());
        await().atMost(SOON)
                .until(() -> count(
                                "select count(*) from campaign_unit where campaign_id = ?1 and roster_frozen_at is not null",
                                campaign)
                        == 2);
        assertThat(statusOf(registrationOf(new_one, campaign))).isEqualTo("OWED");
        as(scene.aSecretaryOf(later))
                .get("/api/v1/registrations/" + registrationOf(both, campaign))
                .then()
                .statusCode(200)
                .body(
                        "registration.organisationIds",
                        contains(cell.id().toString(), later.id().toString()));
    }

    @Test
    void every_occurrence_of_an_obligation_is_a_campaign_of_its_own() {
        var cell = scene.aCell();
        scene.issuePlan();
        scene.assign(Uuid7.next(), cell.id(), "2024", Scene.tomorrow(), 1);
        scene.assign(Uuid7.next(), cell.id(), "2025", Scene.tomorrow().plus(Duration.ofDays(365)), 1);
        await().atMost(SOON)
                .until(
                        () -> query(
                                "select coalesce(occurrence, '') from campaign where obligation_id = ?1 order by 1",
                                String.class,
                                scene.obligation),
                        found -> found.equals(List.of("2024", "2025")));
    }

    @Test
    void another_date_of_the_assignment_reaches_the_registrations() {
        var cell = scene.aCell();
        var member = scene.aMember(cell);
        scene.issuePlan();
        var assignment = scene.assign(cell, Scene.tomorrow());
        var campaign = scene.openCampaign(1);
        var extended = Instant.parse("2030-04-10T17:00:00Z");
        scene.assign(assignment, cell.id(), "2024", extended, 2);
        await().atMost(SOON)
                .untilAsserted(() -> as(member.token())
                        .get("/api/v1/registrations/" + registrationOf(member, campaign))
                        .then()
                        .body("registration.dueAt", is(extended.toString())));
        await().atMost(SOON)
                .untilAsserted(() -> as(scene.officer)
                        .get("/api/v1/campaigns/" + campaign)
                        .then()
                        .body("dueAt", is(extended.toString())));
    }

    @Test
    void a_repeated_and_an_older_plan_change_nothing() {
        scene.planIs("ISSUED", 5, "[]");
        scene.assign(scene.aCell(), Scene.tomorrow());
        var campaign = scene.campaign(1);
        scene.planIs("RECALLED", 4, "[]");
        scene.planIs("ISSUED", 5, "[]");
        scene.planIs("ISSUED", 6, "[\"cao tuổi\"]");
        await().atMost(SOON)
                .untilAsserted(() -> as(scene.officer)
                        .get("/api/v1/campaigns/" + campaign)
                        .then()
                        .body("status", is("ANNOUNCED"))
                        .body("exemptStatuses", contains("ELDERLY")));
        assertThat(count("select count(*) from campaign where obligation_id = ?1", scene.obligation))
                .isOne();
    }

    @Test
    void a_malformed_plan_goes_to_the_dead_letters_and_the_next_one_is_taken() {
        var malformed = UUID.randomUUID().toString();
        TestEvents.send("plans.plan.v1", malformed, "plans.plan.issued.v1", 1, "{\"id\":\"no uuid\"}");
        scene.issuePlan();
        await().atMost(SOON)
                .until(() -> count("select count(*) from campaign where obligation_id = ?1", scene.obligation) == 1);
        await().atMost(SOON)
                .until(() -> count("select count(*) from dead_letter where record_key = ?1", malformed) == 1);
    }

    @Test
    void a_recalled_plan_closes_its_campaign() {
        var campaign = scene.open(scene.aCell());
        scene.planIs("RECALLED", 2, "[]");
        await().atMost(SOON)
                .untilAsserted(() -> as(scene.officer)
                        .get("/api/v1/campaigns/" + campaign)
                        .then()
                        .body("status", is("CLOSED")));
    }

    @Test
    void an_officer_closes_a_campaign_once() {
        var campaign = scene.open(scene.aCell());
        close(campaign).then().statusCode(200).body("status", is("CLOSED"));
        close(campaign).then().statusCode(409).body("type", is("/problems/wrong-campaign-status"));
    }

    @Test
    void it_is_not_closed_before_everybody_is_on_its_roster() {
        var cell = scene.aCell();
        scene.aMember(cell);
        scene.issuePlan();
        scene.assign(cell, Scene.tomorrow());
        var campaign = scene.campaign(1);
        try (var held = HeldTask.named("roster-freezing")) {
            assertThat(held).isNotNull();
            command(scene.officer, "campaigns/" + campaign + "/opening", null)
                    .then()
                    .statusCode(200);
            command(scene.officer, "campaigns/" + campaign + "/closure", null)
                    .then()
                    .statusCode(409)
                    .body("type", is("/problems/roster-being-written"));
        }
        Scene.awaitFrozen(campaign);
        command(scene.officer, "campaigns/" + campaign + "/closure", null)
                .then()
                .statusCode(200)
                .body("status", is("CLOSED"));
    }

    @Test
    void _403_for_a_secretary_and_404_for_a_stranger() {
        var cell = scene.aCell();
        scene.issuePlan();
        scene.assign(cell, Scene.tomorrow());
        var campaign = scene.campaign(1);
        open(scene.aSecretaryOf(cell), campaign, "*", null)
                .then()
                .statusCode(403)
                .body("type", is("/problems/role-required"));
        var elsewhere = Tokens.of(TestTree.aHolderOf(Role.COMMITTEE_OFFICER, TestTree.aRoot()));
        open(elsewhere, campaign, "*", null).then().statusCode(404).body("type", is("/problems/campaign-not-found"));
        as(elsewhere).get("/api/v1/campaigns").then().body("items", empty());
    }

    @Test
    void a_member_sees_the_campaign_of_the_own_organisation() {
        var cell = scene.aCell();
        var member = scene.aMember(cell);
        scene.issuePlan();
        scene.assign(cell, Scene.tomorrow());
        var campaign = scene.campaign(1);
        as(member.token()).get("/api/v1/campaigns").then().body("items.id", contains(campaign.toString()));
        as(member.token()).get("/api/v1/campaigns/" + campaign).then().statusCode(200);
    }

    @Test
    void _409_when_already_open_and_422_for_a_roster_in_the_future_and_412_when_stale() {
        scene.issuePlan();
        scene.assign(scene.aCell(), Scene.tomorrow());
        var campaign = scene.campaign(1);
        open(scene.officer, campaign, "\"99\"", null).then().statusCode(412);
        open(scene.officer, campaign, "*", LocalDate.of(2999, 1, 1))
                .then()
                .statusCode(422)
                .body("type", is("/problems/roster-in-the-future"));
        open(scene.officer, campaign, "*", LocalDate.of(2024, 1, 1))
                .then()
                .statusCode(200)
                .body("rosterOn", is("2024-01-01"));
        open(scene.officer, campaign, "*", null)
                .then()
                .statusCode(409)
                .body("type", is("/problems/wrong-campaign-status"));
    }

    private io.restassured.response.Response open(String token, UUID campaign, String etag, LocalDate rosterOn) {
        var request = as(token).header("If-Match", etag);
        if (rosterOn != null) {
            request.body("{\"rosterOn\":\"" + rosterOn + "\"}");
        }
        return request.post("/api/v1/campaigns/" + campaign + "/opening");
    }

    private io.restassured.response.Response close(UUID campaign) {
        return as(scene.officer)
                .header("If-Match", Scene.etag(scene.officer, "/api/v1/campaigns/" + campaign))
                .post("/api/v1/campaigns/" + campaign + "/closure");
    }

    private static String statusOf(UUID registration) {
        return query("select status from registration where id = ?1", String.class, registration)
                .getFirst();
    }

    private static String text(List<org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]>> events) {
        return events.isEmpty() ? "" : new String(events.getLast().value(), StandardCharsets.UTF_8);
    }
}
