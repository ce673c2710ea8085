package vn.tiendo.registrations.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static vn.tiendo.registrations.Scene.accept;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.Scene.command;
import static vn.tiendo.registrations.Scene.count;
import static vn.tiendo.registrations.Scene.etagOf;
import static vn.tiendo.registrations.Scene.giveBack;
import static vn.tiendo.registrations.Scene.registrationOf;
import static vn.tiendo.registrations.Scene.submit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.kit.time.Days;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

@QuarkusTest
class ReviewRegistrationTest {

    private final Scene scene = new Scene();
    private KnownOrganisation cell;
    private Person member;
    private String secretary;
    private UUID campaign;
    private UUID id;

    @BeforeEach
    void a_submitted_registration() {
        cell = scene.aCell();
        member = scene.aMember(cell);
        secretary = scene.aSecretaryOf(cell);
        campaign = scene.open(cell);
        id = registrationOf(member, campaign);
        submit(member.token(), id, "\"0\"").then().statusCode(200);
    }

    @AfterEach
    void now() {
        TestClock.setBack();
    }

    @Test
    void the_secretary_accepts() {
        accept(secretary, id, "\"1\"")
                .then()
                .statusCode(200)
                .body("status", is("ACCEPTED"))
                .body("acceptedAt", notNullValue());
        accept(secretary, id, "\"2\"").then().statusCode(409).body("type", is("/problems/wrong-registration-status"));
    }

    /// A secretary returns what an officer accepts at the same moment: one of the two is told that it came second.
    @Test
    void of_two_reviewers_at_once_one_decides() {
        var accepting = CompletableFuture.supplyAsync(() -> accept(scene.officer, id, "\"1\""));
        var returning = CompletableFuture.supplyAsync(() -> giveBack(secretary, id, "\"1\""));
        var answers = Stream.of(accepting, returning)
                .map(CompletableFuture::join)
                .map(Response::statusCode)
                .toList();
        assertThat(answers).containsOnlyOnce(200).containsAnyOf(409, 412);
        assertThat(count(
                        "select count(*) from audit_record where subject_id = ?1 and action in"
                                + " ('accept-registration', 'return-registration')",
                        id))
                .isOne();
        as(scene.officer)
                .get("/api/v1/campaigns/" + campaign + "/summary?organisation=" + cell.id())
                .then()
                .body("submitted", is(0));
    }

    @Test
    void an_officer_above_accepts() {
        accept(scene.officer, id, "\"1\"").then().statusCode(200);
    }

    @Test
    void _403_for_the_secretary_who_is_the_member() {
        TestTree.give(member.subject(), Role.CELL_SECRETARY, cell);
        accept(member.token(), id, "\"1\"").then().statusCode(403).body("type", is("/problems/own-registration"));
        giveBack(member.token(), id, "\"1\"").then().statusCode(403).body("type", is("/problems/own-registration"));
    }

    @Test
    void _403_for_an_inspector_who_may_only_read() {
        var inspector = Tokens.of(TestTree.aHolderOf(Role.INSPECTOR, scene.committee));
        accept(inspector, id, "\"1\"").then().statusCode(403).body("type", is("/problems/role-required"));
    }

    @Test
    void _404_for_a_stranger_another_member_and_the_secretary_of_a_sibling_cell() {
        var sibling = scene.aSecretaryOf(scene.aCell());
        for (var token :
                new String[] {Tokens.of("stranger"), scene.aMember(cell).token(), sibling}) {
            accept(token, id, "\"1\"").then().statusCode(404).body("type", is("/problems/registration-not-found"));
            as(token)
                    .get("/api/v1/registrations/" + id)
                    .then()
                    .statusCode(404)
                    .body("type", is("/problems/registration-not-found"));
        }
    }

    @Test
    void _412_and_428_for_acceptance() {
        accept(secretary, id, "\"0\"").then().statusCode(412);
        accept(secretary, id, null).then().statusCode(428);
    }

    @Test
    void reading_another_persons_text_is_recorded_and_reading_the_own_is_not() {
        as(member.token()).get("/api/v1/registrations/" + id).then().statusCode(200);
        assertThat(reads()).isZero();
        as(secretary)
                .get("/api/v1/registrations/" + id)
                .then()
                .statusCode(200)
                .body("content.study", is("Học tập chuyên đề năm"));
        assertThat(reads()).isOne();
    }

    @Test
    void the_audit_trail_holds_no_text_of_a_registration() {
        assertThat(count("select count(*) from audit_record where subject_id = ?1", id))
                .isOne();
        assertThat(count(
                        "select count(*) from audit_record where subject_id = ?1 and state_after like '%chuyên đề%'",
                        id))
                .isZero();
    }

    @Test
    void a_return_needs_a_reason_and_names_a_day_five_working_days_on() {
        command(secretary, id, "return", "\"1\"", "{\"reason\":\" \"}").then().statusCode(400);
        TestClock.setTo(LocalDateTime.of(2024, 3, 6, 9, 0)); // a Wednesday
        giveBack(secretary, id, "\"1\"")
                .then()
                .statusCode(200)
                .body("status", is("RETURNED"))
                .body("returnedUntil", is("2024-03-13"));
    }

    @Test
    void _422_for_a_day_of_return_that_is_over() {
        command(secretary, id, "return", "\"1\"", "{\"reason\":\"x\",\"returnedUntil\":\"2020-01-01\"}")
                .then()
                .statusCode(422)
                .body("type", is("/problems/return-date-in-the-past"));
    }

    @Test
    void what_comes_back_by_the_day_named_stays_on_time_although_the_campaign_was_due_before() {
        giveBackUntil(Days.dayOf(Scene.tomorrow()).plusDays(10));
        TestClock.setTo(Days.startOf(Days.dayOf(Scene.tomorrow()).plusDays(8)));
        submit(member.token(), id, etagOf(member.token(), id))
                .then()
                .statusCode(200)
                .body("late", is(false));
    }

    @Test
    void what_comes_back_after_the_day_named_is_late() {
        giveBackUntil(Days.dayOf(Scene.tomorrow()).plusDays(3));
        TestClock.setTo(Days.endOf(Days.dayOf(Scene.tomorrow()).plusDays(3)));
        submit(member.token(), id, etagOf(member.token(), id))
                .then()
                .statusCode(200)
                .body("late", is(true));
    }

    @Test
    void lists_show_a_member_its_own_and_a_secretary_those_of_its_unit() {
        var other = scene.aMember(scene.aCell());
        as(member.token())
                .get("/api/v1/registrations?mine=true")
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", is(id.toString()));
        as(other.token()).get("/api/v1/registrations?mine=true").then().body("items", empty());
        as(member.token())
                .get("/api/v1/registrations?campaign=" + campaign)
                .then()
                .statusCode(200)
                .body("items", empty());
        as(secretary)
                .get("/api/v1/registrations?campaign=" + campaign + "&organisation=" + cell.id() + "&status=SUBMITTED")
                .then()
                .body("items", hasSize(1))
                .body("items[0].memberName", is("Nguyễn Văn An"));
        as(secretary)
                .get("/api/v1/registrations?campaign=" + campaign + "&status=OWED")
                .then()
                .body("items", empty());
        as(scene.aSecretaryOf(scene.aCell()))
                .get("/api/v1/registrations?campaign=" + campaign)
                .then()
                .body("items", empty());
        as(secretary)
                .get("/api/v1/registrations?organisation=" + scene.committee.id())
                .then()
                .statusCode(404)
                .body("type", is("/problems/organisation-not-found"));
    }

    private void giveBackUntil(LocalDate day) {
        command(secretary, id, "return", "\"1\"", "{\"reason\":\"x\",\"returnedUntil\":\"" + day + "\"}")
                .then()
                .statusCode(200);
    }

    private long reads() {
        return count("select count(*) from audit_record where subject_id = ?1 and action = 'read-registration'", id);
    }
}
