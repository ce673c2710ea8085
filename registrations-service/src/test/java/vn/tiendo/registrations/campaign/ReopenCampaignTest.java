package vn.tiendo.registrations.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.Scene.command;
import static vn.tiendo.registrations.Scene.registrationOf;
import static vn.tiendo.registrations.Scene.submit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.kit.time.Days;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

@QuarkusTest
class ReopenCampaignTest {

    private final Scene scene = new Scene();
    private final LocalDate tomorrow = Days.dayOf(Scene.tomorrow());
    private KnownOrganisation cell;
    private Person member;
    private Person another;
    private UUID campaign;

    @BeforeEach
    void a_campaign_with_two_days_of_grace() {
        cell = scene.aCell();
        var other = scene.aCell();
        member = scene.aMember(cell);
        another = scene.aMember(other);
        scene.issuePlan();
        scene.assign(cell, Scene.tomorrow());
        scene.assign(other, Scene.tomorrow());
        campaign = scene.campaign(2);
        as(scene.officer)
                .header("If-Match", "*")
                .body("{\"graceDays\":2}")
                .post("/api/v1/campaigns/" + campaign + "/opening")
                .then()
                .statusCode(200)
                .body("graceDays", is(2));
        Scene.awaitFrozen(campaign);
    }

    @AfterEach
    void now() {
        TestClock.setBack();
    }

    @Test
    void late_within_the_grace_is_taken_and_marked_and_later_is_refused() {
        TestClock.setTo(Days.endOf(tomorrow));
        submit(member.token(), registrationOf(member, campaign), "\"0\"")
                .then()
                .statusCode(200)
                .body("late", is(true));
        TestClock.setTo(Days.endOf(tomorrow.plusDays(3)));
        var id = registrationOf(another, campaign);
        submit(another.token(), id, "\"0\"").then().statusCode(409).body("type", is("/problems/grace-over"));
        as(another.token())
                .header("If-Match", "\"0\"")
                .body("{\"study\":\"x\"}")
                .put("/api/v1/registrations/" + id + "/content")
                .then()
                .statusCode(409)
                .body("type", is("/problems/grace-over"));
        command(scene.officer, id, "proxy-submission", "\"0\"", "{\"content\":" + Scene.CONTENT + "}")
                .then()
                .statusCode(409)
                .body("type", is("/problems/grace-over"));
    }

    @Test
    void a_reopened_unit_writes_and_the_others_do_not() {
        close();
        var id = registrationOf(member, campaign);
        submit(member.token(), id, "\"0\"").then().statusCode(409).body("type", is("/problems/campaign-not-open"));
        reopen(scene.officer, cell.id(), tomorrow)
                .then()
                .statusCode(200)
                .body("status", is("CLOSED"))
                .body("reopenings", hasSize(1))
                .body("reopenings[0].reason", is("Mất điện hai ngày"));
        submit(member.token(), id, "\"0\"").then().statusCode(200);
        submit(another.token(), registrationOf(another, campaign), "\"0\"")
                .then()
                .statusCode(409)
                .body("type", is("/problems/campaign-not-open"));
        var event = await().atMost(Duration.ofSeconds(20))
                .ignoreExceptionsInstanceOf(NoSuchElementException.class)
                .until(
                        () -> TestEvents.on("registrations.campaign.v1", campaign.toString())
                                .getLast(),
                        last -> TestEvents.header(last, "ce_type").equals("registrations.campaign.reopened.v1"));
        assertThat(new String(event.value(), StandardCharsets.UTF_8))
                .contains("\"reopenings\":[{", cell.id().toString(), "\"until\":\"" + tomorrow + "\"")
                .doesNotContain("Mất điện");
    }

    @Test
    void a_reopening_ends_with_its_day() {
        close();
        reopen(scene.officer, cell.id(), tomorrow).then().statusCode(200);
        TestClock.setTo(Days.endOf(tomorrow));
        submit(member.token(), registrationOf(member, campaign), "\"0\"")
                .then()
                .statusCode(409)
                .body("type", is("/problems/campaign-not-open"));
    }

    @Test
    void refusals_of_a_reopening() {
        reopen(scene.officer, cell.id(), LocalDate.of(2020, 1, 1))
                .then()
                .statusCode(422)
                .body("type", is("/problems/reopening-in-the-past"));
        reopen(scene.officer, scene.aCell().id(), tomorrow)
                .then()
                .statusCode(404)
                .body("type", is("/problems/campaign-unit-not-found"));
        reopen(scene.aSecretaryOf(cell), cell.id(), tomorrow)
                .then()
                .statusCode(403)
                .body("type", is("/problems/role-required"));
        reopen(Tokens.of(TestTree.aHolderOf(Role.COMMITTEE_OFFICER, TestTree.aRoot())), cell.id(), tomorrow)
                .then()
                .statusCode(404)
                .body("type", is("/problems/campaign-not-found"));
        as(scene.officer)
                .header("If-Match", "*")
                .body("{\"organisationId\":\"" + cell.id() + "\",\"until\":\"" + tomorrow + "\"}")
                .post("/api/v1/campaigns/" + campaign + "/reopenings")
                .then()
                .statusCode(400);
    }

    @Test
    void nothing_reopens_when_the_plan_is_over() {
        scene.planIs("RECALLED", 2, "[]");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> reopen(scene.officer, cell.id(), tomorrow)
                        .then()
                        .statusCode(409)
                        .body("type", is("/problems/plan-is-over")));
    }

    @Test
    void what_was_closed_by_hand_does_not_reopen_either_and_what_was_reopened_is_over() {
        close();
        reopen(scene.officer, cell.id(), tomorrow).then().statusCode(200);
        scene.planIs("RECALLED", 2, "[]");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> reopen(scene.officer, cell.id(), tomorrow)
                        .then()
                        .statusCode(409)
                        .body("type", is("/problems/plan-is-over")));
        submit(member.token(), registrationOf(member, campaign), "\"0\"")
                .then()
                .statusCode(409)
                .body("type", is("/problems/campaign-not-open"));
    }

    private void close() {
        as(scene.officer)
                .header("If-Match", "*")
                .post("/api/v1/campaigns/" + campaign + "/closure")
                .then()
                .statusCode(200);
    }

    private Response reopen(String token, UUID organisation, LocalDate until) {
        return as(token)
                .header("If-Match", "*")
                .body("{\"organisationId\":\"%s\",\"until\":\"%s\",\"reason\":\"Mất điện hai ngày\"}"
                        .formatted(organisation, until))
                .post("/api/v1/campaigns/" + campaign + "/reopenings");
    }
}
