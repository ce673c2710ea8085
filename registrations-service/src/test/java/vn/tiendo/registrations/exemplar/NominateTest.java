package vn.tiendo.registrations.exemplar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.registrations.Requests.command;
import static vn.tiendo.registrations.Requests.create;
import static vn.tiendo.registrations.Requests.get;
import static vn.tiendo.registrations.Requests.made;
import static vn.tiendo.registrations.Requests.refused;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.registrations.Scene;

@QuarkusTest
class NominateTest {

    private final Scene scene = new Scene();
    private final KnownOrganisation unit = TestTree.aChildOf(scene.committee);
    private final KnownOrganisation cell = TestTree.aChildOf(unit);
    private final String clerk = holder(Role.COMMITTEE_OFFICER, unit);
    private final String leader = holder(Role.COMMITTEE_LEADER, unit);
    private final String superior = holder(Role.COMMITTEE_LEADER, scene.committee);
    private final UUID persons = Uuid7.next();

    @BeforeEach
    void in_2024() {
        TestClock.setTo(LocalDateTime.of(2024, 5, 6, 9, 0));
    }

    @AfterEach
    void now() {
        TestClock.setBack();
    }

    @Test
    void a_nomination_goes_all_the_way_up_and_is_followed_up_a_year_on() {
        planAsks(1, 2);
        var id = made(propose(scene.aMember(cell).id()));
        command(leader, path(id, "approval"), "\"0\"", null)
                .then()
                .statusCode(200)
                .body("status", is("APPROVED"));
        command(clerk, path(id, "report"), null)
                .then()
                .statusCode(200)
                .body("status", is("REPORTED"))
                .body("reportedToOrganisationId", is(scene.committee.id().toString()));
        command(superior, path(id, "commendation"), null).then().statusCode(200).body("status", is("COMMENDED"));
        refused(command(clerk, path(id, "follow-up"), Map.of("followUp", "Tốt")), 409, "follow-up-too-early");
        TestClock.setTo(LocalDateTime.of(2025, 1, 2, 9, 0));
        command(clerk, path(id, "follow-up"), Map.of("followUp", "Vẫn giữ vững"))
                .then()
                .statusCode(200)
                .body("status", is("FOLLOWED_UP"))
                .body("followUp", is("Vẫn giữ vững"));
        assertThat(Scene.count("select count(*) from audit_record where subject_id = ?1", UUID.fromString(id)))
                .isEqualTo(5);
    }

    /// The very fields that plans-service reads: id, obligationId, organisationId, status, reportedAt; and no text.
    @Test
    void what_is_published_is_what_counts_it_and_says_nothing_of_the_achievement() {
        planAsks(1, 2);
        var id = made(propose(scene.aMember(cell).id()));
        command(leader, path(id, "approval"), null).then().statusCode(200);
        command(clerk, path(id, "report"), null).then().statusCode(200);
        var event = await().atMost(Duration.ofSeconds(20))
                .until(() -> TestEvents.on("registrations.nomination.v1", id), events -> events.size() == 3);
        assertThat(event.stream().map(each -> TestEvents.header(each, "ce_type")))
                .containsExactly(
                        "registrations.nomination.proposed.v1",
                        "registrations.nomination.approved.v1",
                        "registrations.nomination.reported.v1");
        var data = new String(event.getLast().value(), StandardCharsets.UTF_8);
        assertThat(data)
                .contains(
                        "\"id\":\"" + id + "\"",
                        "\"obligationId\":\"" + persons + "\"",
                        "\"organisationId\":\"" + unit.id() + "\"",
                        "\"status\":\"REPORTED\"",
                        "\"reportedAt\":\"2024-05-0")
                .doesNotContain("Gương sáng", "title", "achievement");
    }

    @Test
    void _409_beyond_the_most_that_the_plan_asks_for_with_the_numbers() {
        planAsks(1, 2);
        for (int i = 0; i < 2; i++) {
            command(leader, path(made(propose(scene.aMember(cell).id())), "approval"), null)
                    .then()
                    .statusCode(200);
        }
        var third = made(propose(scene.aMember(cell).id()));
        var refusal = command(leader, path(third, "approval"), null);
        refused(refusal, 409, "nomination-quota-full");
        refusal.then().body("detail", is("Kế hoạch chỉ lấy tối đa 2, đã duyệt 2."));
        var line = get(clerk, "nominations/quotas?year=2024&organisation=" + unit.id())
                .then()
                .statusCode(200);
        line.body("items.proposed", contains(3))
                .body("items.approved", contains(2))
                .body("items.reported", contains(0))
                .body("items.missing", contains(1));
    }

    @Test
    void a_rejected_one_gives_its_place_back() {
        planAsks(1, 1);
        var first = made(propose(scene.aMember(cell).id()));
        var second = made(propose(scene.aMember(cell).id()));
        command(leader, path(first, "approval"), null).then().statusCode(200);
        refused(command(leader, path(second, "approval"), null), 409, "nomination-quota-full");
        command(leader, path(first, "rejection"), Map.of("reason", "Rút"))
                .then()
                .statusCode(200)
                .body("rejectedFrom", is("APPROVED"));
        command(leader, path(second, "approval"), null).then().statusCode(200);
    }

    @Test
    void of_two_approvals_at_once_only_one_takes_the_last_place() {
        planAsks(1, 1);
        var ids = List.of(
                made(propose(scene.aMember(cell).id())),
                made(propose(scene.aMember(cell).id())),
                made(propose(scene.aMember(cell).id())));
        var answers = ids.stream()
                .map(id -> CompletableFuture.supplyAsync(
                        () -> command(leader, path(id, "approval"), null).statusCode()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 409, 409);
    }

    @Test
    void _422_for_another_form_another_unit_s_people_and_what_nobody_asked_for() {
        planAsks(1, 2);
        var collective = nomination("COLLECTIVE", null, cell.id());
        refused(create(clerk, "nominations", collective), 422, "wrong-nomination-form");
        refused(propose(scene.aMember(scene.aCell()).id()), 422, "nominee-not-in-unit");
        refused(propose(null), 422, "nominee-unclear");
        var unasked = nomination("INDIVIDUAL", scene.aMember(cell).id(), null);
        unasked.put("obligationId", Uuid7.next());
        refused(create(clerk, "nominations", unasked), 422, "nomination-not-owed");
        var otherYear = nomination("INDIVIDUAL", scene.aMember(cell).id(), null);
        otherYear.put("year", 2023);
        refused(create(clerk, "nominations", otherYear), 422, "nomination-not-owed");
        var free = nomination("COLLECTIVE", null, cell.id());
        free.remove("obligationId");
        create(clerk, "nominations", free).then().statusCode(201);
        refused(create(clerk, "nominations", free), 409, "one-nomination-per-nominee-and-year");
    }

    @Test
    void nobody_decides_about_oneself_or_what_they_proposed() {
        planAsks(1, 2);
        var own = scene.aMember(cell);
        TestTree.give(own.subject(), Role.COMMITTEE_LEADER, unit);
        refused(command(own.token(), path(made(propose(own.id())), "approval"), null), 403, "own-nomination");
        var byLeader = made(create(
                leader,
                "nominations",
                nomination("INDIVIDUAL", scene.aMember(cell).id(), null)));
        refused(command(leader, path(byLeader, "approval"), null), 403, "proposer-cannot-approve");
        var itself = nomination("COLLECTIVE", null, unit.id());
        itself.remove("obligationId");
        var collective = made(create(clerk, "nominations", itself));
        refused(command(leader, path(collective, "approval"), null), 403, "own-nomination");
        command(superior, path(collective, "approval"), null).then().statusCode(200);
    }

    @Test
    void nobody_decides_about_a_collective_at_which_it_holds_another_of_its_posts() {
        var nominated = nomination("COLLECTIVE", null, cell.id());
        nominated.remove("obligationId");
        var collective = made(create(clerk, "nominations", nominated));
        var head = TestTree.aHolderOf(Role.COMMITTEE_LEADER, unit);
        TestTree.give(head, Role.CELL_SECRETARY, cell);
        refused(command(Tokens.of(head), path(collective, "approval"), null), 403, "own-nomination");
        command(leader, path(collective, "approval"), null).then().statusCode(200);
    }

    @Test
    void the_unit_cannot_commend_what_it_reported_nor_reject_it_any_more() {
        planAsks(1, 2);
        var id = made(propose(scene.aMember(cell).id()));
        command(leader, path(id, "approval"), null).then().statusCode(200);
        command(clerk, path(id, "report"), null).then().statusCode(200);
        refused(command(leader, path(id, "commendation"), null), 403, "role-required");
        refused(command(leader, path(id, "rejection"), Map.of("reason", "x")), 403, "role-required");
        command(superior, path(id, "rejection"), Map.of("reason", "Chưa tiêu biểu"))
                .then()
                .statusCode(200)
                .body("rejectionReason", is("Chưa tiêu biểu"));
    }

    @Test
    void whoever_was_commended_last_year_is_shown_and_needs_consideration() {
        var member = scene.aMember(cell).id();
        var first = nomination("INDIVIDUAL", member, null);
        first.remove("obligationId");
        var id = made(create(clerk, "nominations", first));
        command(leader, path(id, "approval"), null).then().statusCode(200);
        command(clerk, path(id, "report"), null).then().statusCode(200);
        command(superior, path(id, "commendation"), null).then().statusCode(200);
        first.put("year", 2025);
        var again = create(clerk, "nominations", first);
        again.then().statusCode(201).body("priorAwardYear", is(2024));
        var second = path(made(again), "approval");
        refused(command(leader, second, null), 409, "commended-before");
        command(leader, second, Map.of("despitePriorAward", true))
                .then()
                .statusCode(200)
                .body("priorAwardConsidered", is(true));
        first.put("year", 2026);
        create(clerk, "nominations", first).then().statusCode(201).body("priorAwardYear", nullValue());
    }

    @Test
    void an_amendment_takes_the_nominations_along() {
        planAsks(1, 2);
        var id = made(propose(scene.aMember(cell).id()));
        var replacing = Uuid7.next();
        TestEvents.send("plans.plan.v1", Uuid7.next().toString(), "plans.plan.issued.v1", 1, """
            {"id":"%s","status":"ISSUED","obligations":[{"id":"%s","kind":"EXEMPLAR_NOMINATION","form":"INDIVIDUAL",
             "minCount":1,"maxCount":3,"replaces":"%s"}]}\
            """.formatted(
                        Uuid7.next(), replacing, persons));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> get(clerk, "nominations/" + id).path("obligationId"), replacing.toString()::equals);
    }

    @Test
    void _404_out_of_reach_and_400_401_412_428() {
        planAsks(1, 2);
        var id = made(propose(scene.aMember(cell).id()));
        var stranger = holder(Role.COMMITTEE_LEADER, TestTree.aChildOf(scene.committee));
        refused(command(stranger, path(id, "approval"), null), 404, "nomination-not-found");
        refused(get(stranger, "nominations/" + id), 404, "nomination-not-found");
        get(stranger, "nominations").then().statusCode(200).body("items.id", not(hasItem(id)));
        get(clerk, "nominations?form=INDIVIDUAL&status=PROPOSED&year=2024&obligation=" + persons)
                .then()
                .body("items.id", contains(id));
        command(leader, path(id, "approval"), "\"7\"", null).then().statusCode(412);
        command(leader, path(id, "approval"), null, null).then().statusCode(428);
        command(leader, path(id, "rejection"), Map.of("reason", " ")).then().statusCode(400);
        io.restassured.RestAssured.given().get("/api/v1/nominations").then().statusCode(401);
    }

    @Test
    void the_most_of_what_is_owed_once_is_the_most_of_all_years() {
        planAsks(1, 1, "once");
        var first = made(propose(scene.aMember(cell).id()));
        var nextYear = nomination("INDIVIDUAL", scene.aMember(cell).id(), null);
        nextYear.put("year", 2025);
        var second = made(create(clerk, "nominations", nextYear));
        command(leader, path(first, "approval"), null).then().statusCode(200);
        refused(command(leader, path(second, "approval"), null), 409, "nomination-quota-full");
    }

    @Test
    void a_commendation_between_proposal_and_approval_needs_consideration_too() {
        var member = scene.aMember(cell).id();
        var first = nomination("INDIVIDUAL", member, null);
        first.remove("obligationId");
        var id = made(create(clerk, "nominations", first));
        first.put("year", 2025);
        var again = made(create(clerk, "nominations", first));
        command(leader, path(id, "approval"), null).then().statusCode(200);
        command(clerk, path(id, "report"), null).then().statusCode(200);
        command(superior, path(id, "commendation"), null).then().statusCode(200);
        refused(command(leader, path(again, "approval"), null), 409, "commended-before");
        command(leader, path(again, "approval"), Map.of("despitePriorAward", true))
                .then()
                .statusCode(200)
                .body("priorAwardYear", is(2024))
                .body("priorAwardConsidered", is(true));
    }

    private void planAsks(int least, int most) {
        planAsks(least, most, "2024");
    }

    private void planAsks(int least, int most, String occurrence) {
        TestEvents.send("plans.plan.v1", scene.plan.toString(), "plans.plan.issued.v1", 1, """
            {"id":"%s","organisationId":"%s","title":"Kế hoạch","status":"ISSUED","obligations":[{"id":"%s",
             "kind":"EXEMPLAR_NOMINATION","form":"INDIVIDUAL","minCount":%d,"maxCount":%d}]}\
            """.formatted(
                        scene.plan, scene.committee.id(), persons, least, most));
        var assignment = Uuid7.next();
        TestEvents.send("plans.assignment.v1", assignment.toString(), "plans.assignment.opened.v1", 1, """
            {"id":"%s","planId":"%s","obligationId":"%s","organisationId":"%s","kind":"EXEMPLAR_NOMINATION",
             "opens":"ASSIGNMENT","occurrence":"%s"}\
            """.formatted(
                        assignment, scene.plan, persons, unit.id(), occurrence));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Scene.count(
                                "select count(*) from nomination_debt d join nomination_quota q on q.obligation_id ="
                                        + " d.obligation_id where d.id = ?1",
                                assignment)
                        == 1);
    }

    private io.restassured.response.Response propose(@Nullable UUID member) {
        return create(clerk, "nominations", nomination("INDIVIDUAL", member, null));
    }

    private Map<String, Object> nomination(String form, @Nullable UUID member, @Nullable UUID collective) {
        var body = new HashMap<String, Object>(Map.of(
                "organisationId",
                unit.id(),
                "obligationId",
                persons,
                "year",
                2024,
                "form",
                form,
                "achievement",
                "Gương sáng trong công tác"));
        if (member != null) {
            body.put("memberId", member);
        }
        if (collective != null) {
            body.put("nomineeOrganisationId", collective);
        }
        return body;
    }

    private static String path(String id, String command) {
        return "nominations/" + id + "/" + command;
    }

    private static String holder(Role role, KnownOrganisation organisation) {
        return Tokens.of(TestTree.aHolderOf(role, organisation));
    }
}
