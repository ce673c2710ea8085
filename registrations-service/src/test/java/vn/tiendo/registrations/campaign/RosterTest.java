package vn.tiendo.registrations.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static vn.tiendo.registrations.Scene.accept;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.Scene.count;
import static vn.tiendo.registrations.Scene.query;
import static vn.tiendo.registrations.Scene.registrationOf;
import static vn.tiendo.registrations.Scene.submit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.time.Days;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

@QuarkusTest
class RosterTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Scene scene = new Scene();
    private final LocalDate today = Days.dayOf(Instant.now());
    private KnownOrganisation cell;
    private KnownOrganisation other;
    private Person member;
    private UUID campaign;

    @BeforeEach
    void a_campaign_in_two_cells() {
        cell = scene.aCell();
        other = scene.aCell();
        member = scene.aMember(cell);
        scene.aMember("RETIRED", cell);
        scene.aMember(other);
        campaign = scene.open(cell, other);
    }

    @Test
    void who_joins_later_owes_and_reopens_nothing() {
        var id = registrationOf(member, campaign);
        submit(member.token(), id, "\"0\"").then().statusCode(200);
        accept(scene.officer, id, "\"1\"").then().statusCode(200);
        var assignment = Scene.uuids(
                        "select id from campaign_unit where campaign_id = ?1 and organisation_id = ?2",
                        campaign,
                        cell.id())
                .getFirst();
        var completed = await().atMost(SOON)
                .until(
                        () -> query(
                                "select completed_at::text from unit_summary where id = ?1 and completed_at is not"
                                        + " null",
                                String.class,
                                assignment),
                        found -> !found.isEmpty());
        var joiner = scene.aMember(cell);
        var own = await().atMost(SOON)
                .until(
                        () -> Scene.uuids(
                                "select id from registration where campaign_id = ?1 and member_id = ?2",
                                campaign,
                                joiner.id()),
                        found -> found.size() == 1)
                .getFirst();
        as(joiner.token())
                .get("/api/v1/registrations/" + own)
                .then()
                .body("registration.status", is("OWED"))
                .body("registration.late", is(false));
        roster(cell, today)
                .body("frozen", is(2))
                .body("joined", is(1))
                .body("roster", is(3))
                .body("denominator", is(2));
        Scene.awaitFolded();
        assertThat(query("select completed_at::text from unit_summary where id = ?1", String.class, assignment))
                .isEqualTo(completed);
        assertThat(query("select missing from unit_summary where id = ?1", Integer.class, assignment))
                .containsExactly(1);
        await().atMost(SOON)
                .until(() -> TestEvents.on("registrations.registration.v1", own.toString())
                                .size()
                        == 1);
    }

    @Test
    void who_leaves_with_nothing_in_leaves_the_roster_and_may_come_back() {
        end(member, today.minusDays(1));
        awaitStatus(member, "LEFT");
        roster(cell, today).body("left", is(1)).body("roster", is(1)).body("denominator", is(0));
        roster(scene.committee, today).body("roster", is(2));
        submit(member.token(), registrationOf(member, campaign), "\"1\"")
                .then()
                .statusCode(409)
                .body("type", is("/problems/wrong-registration-status"));
        Scene.execute("update membership set valid_to = null where member_id = ?1", member.id());
        awaitStatus(member, "OWED");
        roster(cell, today).body("roster", is(2)).body("denominator", is(1));
        as(scene.officer)
                .get("/api/v1/campaigns/" + campaign + "/roster/changes?organisation=" + scene.committee.id())
                .then()
                .body("items.kind", contains("LEFT", "JOINED"))
                .body("items.effectiveOn", contains(today.toString(), today.toString()));
        assertThat(count(
                        "select count(*) from registration where campaign_id = ?1 and member_id = ?2",
                        campaign,
                        member.id()))
                .isOne();
    }

    @Test
    void a_unit_that_is_waived_lets_those_go_who_have_nothing_in() {
        var busy = scene.aMember(cell);
        awaitStatus(busy, "OWED");
        submit(busy.token(), registrationOf(busy, campaign), "\"0\"").then().statusCode(200);
        var waive = "update campaign_unit set waived_at = ?3, closed_at = ?3, version = version + 1"
                + " where campaign_id = ?1 and organisation_id = ?2";
        Scene.execute(waive, campaign, cell.id(), Instant.now());
        awaitStatus(member, "LEFT");
        awaitStatus(busy, "SUBMITTED");
        roster(cell, today).body("left", is(2)).body("denominator", is(1));
        roster(other, today).body("denominator", is(1));
        Scene.execute(
                "update campaign_unit set waived_at = null, closed_at = null, version = version + 1"
                        + " where campaign_id = ?1 and organisation_id = ?2",
                campaign,
                cell.id());
        awaitStatus(member, "OWED");
        roster(cell, today).body("denominator", is(2));
    }

    @Test
    void who_leaves_with_a_registration_in_stays_counted() {
        var id = registrationOf(member, campaign);
        submit(member.token(), id, "\"0\"").then().statusCode(200);
        end(member, today.minusDays(1));
        await().atMost(SOON)
                .until(() -> count(
                                "select count(*) from membership_look where member_id = ?1 and look_on <= ?2",
                                member.id(),
                                today)
                        == 0);
        assertThat(query("select status from registration where id = ?1", String.class, id))
                .containsExactly("SUBMITTED");
        roster(cell, today).body("roster", is(2));
    }

    @Test
    void who_moves_to_another_cell_keeps_the_record_and_both_review_it() {
        Scene.execute(
                "insert into membership (member_id, ordinal, organisation_id, organisation_path, valid_from) values"
                        + " (?1, 1, ?2, ?3, ?4)",
                member.id(),
                other.id(),
                other.path(),
                today);
        end(member, today.minusDays(1));
        var id = registrationOf(member, campaign);
        await().atMost(SOON)
                .untilAsserted(() -> as(member.token())
                        .get("/api/v1/registrations/" + id)
                        .then()
                        .body(
                                "registration.organisationIds",
                                contains(cell.id().toString(), other.id().toString()))
                        .body("registration.status", is("OWED")));
        as(scene.aSecretaryOf(other)).get("/api/v1/registrations/" + id).then().statusCode(200);
        as(scene.aSecretaryOf(cell)).get("/api/v1/registrations/" + id).then().statusCode(200);
        roster(scene.committee, today).body("roster", is(3));
    }

    @Test
    void a_status_that_the_rule_names_exempts_and_another_lets_owe_again() {
        Scene.execute("update member set status = 'ELDERLY' where id = ?1", member.id());
        awaitStatus(member, "EXEMPT");
        roster(cell, today).body("exempt", is(2)).body("denominator", is(0));
        Scene.execute("update member set status = 'ACTIVE' where id = ?1", member.id());
        awaitStatus(member, "OWED");
        roster(cell, today).body("exempt", is(1)).body("denominator", is(1));
    }

    @Test
    void the_denominator_of_a_day_is_the_sum_up_to_that_day() {
        roster(scene.committee, today.minusDays(1)).body("roster", is(0)).body("denominator", is(0));
        roster(scene.committee, today)
                .body("frozen", is(3))
                .body("exempt", is(1))
                .body("roster", is(3))
                .body("denominator", is(2));
        await().atMost(SOON)
                .until(() -> count("select count(*) from roster_change where campaign_id = ?1 and not folded", campaign)
                        == 0);
        roster(scene.committee, today).body("frozen", is(3)).body("denominator", is(2));
    }

    @Test
    void a_roster_of_a_day_before_the_opening_is_followed_up_to_today() {
        var third = scene.aCell();
        var early = scene.aMember(third);
        var late = scene.aMember(third);
        Scene.execute("update membership set valid_from = ?2 where member_id = ?1", late.id(), today.minusDays(2));
        var next = new Scene(scene.committee);
        next.issuePlan();
        next.assign(third, Scene.tomorrow());
        var opened = next.campaign(1);
        as(next.officer)
                .header("If-Match", "*")
                .body("{\"rosterOn\":\"" + today.minusDays(5) + "\"}")
                .post("/api/v1/campaigns/" + opened + "/opening")
                .then()
                .statusCode(200);
        await().atMost(SOON)
                .until(
                        () -> query(
                                "select kind from roster_change where campaign_id = ?1 order by id",
                                String.class,
                                opened),
                        found -> found.equals(List.of("FROZEN", "JOINED")));
        assertThat(registrationOf(early, opened)).isNotEqualTo(registrationOf(late, opened));
    }

    @Test
    void a_roster_of_a_day_before_the_opening_knows_what_its_members_were_on_that_day() {
        var third = scene.aCell();
        var person = scene.aMember(third);
        as(scene.officer)
                .header("If-Match", "*")
                .body("{\"status\":\"RETIRED\",\"from\":\"%s\"}".formatted(today.minusDays(1)))
                .post("/api/v1/members/" + person.id() + "/standings")
                .then()
                .statusCode(200)
                .body("status", is("RETIRED"));
        var next = new Scene(scene.committee);
        next.issuePlan();
        next.assign(third, Scene.tomorrow());
        campaign = next.campaign(1);
        as(next.officer)
                .header("If-Match", "*")
                .body("{\"rosterOn\":\"" + today.minusDays(5) + "\"}")
                .post("/api/v1/campaigns/" + campaign + "/opening")
                .then()
                .statusCode(200);
        awaitStatus(person, "EXEMPT");
        roster(third, today.minusDays(5)).body("exempt", is(0)).body("denominator", is(1));
        roster(third, today).body("exempt", is(1)).body("denominator", is(0));
    }

    @Test
    void a_moved_cell_takes_its_members_along_from_today_on() {
        var before = roster(scene.committee, today).extract().<Integer>path("roster");
        assertThat(before).isEqualTo(3);
        var branch = TestTree.aChildOf(scene.committee);
        Scene.execute(
                "update campaign_unit set organisation_path = ?2 where campaign_id = ?1 and organisation_id = ?3",
                campaign,
                branch.path() + "moved/",
                cell.id());
        await().atMost(SOON)
                .untilAsserted(() -> roster(branch, today).body("roster", is(2)).body("movedIn", is(2)));
        roster(scene.committee, today).body("roster", is(3)).body("movedIn", is(0));
    }

    @Test
    void _404_for_a_roster_out_of_reach() {
        var secretary = scene.aSecretaryOf(other);
        as(secretary)
                .get("/api/v1/campaigns/" + campaign + "/roster?organisation=" + cell.id())
                .then()
                .statusCode(404)
                .body("type", is("/problems/organisation-not-found"));
        as(secretary)
                .get("/api/v1/campaigns/" + campaign + "/roster/changes?organisation=" + cell.id())
                .then()
                .statusCode(404);
    }

    private ValidatableResponse roster(KnownOrganisation organisation, LocalDate day) {
        return as(scene.officer)
                .get("/api/v1/campaigns/" + campaign + "/roster?organisation=" + organisation.id() + "&asOf=" + day)
                .then()
                .statusCode(200);
    }

    private static void end(Person person, LocalDate day) {
        Scene.execute("update membership set valid_to = ?2 where member_id = ?1 and ordinal = 0", person.id(), day);
    }

    private void awaitStatus(Person person, String status) {
        await().atMost(SOON)
                .until(
                        () -> query(
                                "select status from registration where campaign_id = ?1 and member_id = ?2",
                                String.class,
                                campaign,
                                person.id()),
                        found -> found.equals(List.of(status)));
    }
}
