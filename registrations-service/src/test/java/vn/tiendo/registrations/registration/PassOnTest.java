package vn.tiendo.registrations.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static vn.tiendo.registrations.Scene.accept;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.Scene.etagOf;
import static vn.tiendo.registrations.Scene.registrationOf;
import static vn.tiendo.registrations.Scene.submit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.registrations.Scene;

/// An organisation ends in the middle of a campaign.
@QuarkusTest
class PassOnTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2025, 6, 30);

    private final Scene scene = new Scene();
    private final KnownOrganisation ending = scene.aCell();
    private final KnownOrganisation successor = scene.aCell();

    @Test
    void registrations_pass_to_the_unit_that_took_the_assignment_over_and_the_sum_above_stays() {
        var accepted = scene.aMember(ending);
        var submitted = scene.aMember(ending);
        var silent = scene.aMember(ending);
        scene.aMember(successor);
        scene.issuePlan();
        var left = scene.assign(ending, Scene.tomorrow());
        var taken = scene.assign(successor, Scene.tomorrow());
        var campaign = scene.openCampaign(2);
        for (var person : List.of(accepted, submitted)) {
            submit(person.token(), registrationOf(person, campaign), "\"0\"")
                    .then()
                    .statusCode(200);
        }
        accept(scene.officer, registrationOf(accepted, campaign), "\"1\"")
                .then()
                .statusCode(200);

        scene.end(ending, LAST_DAY, successor);
        transfer(left, ending, taken, 2);

        await().atMost(Duration.ofSeconds(20)).until(() -> number("owes", campaign, successor) == 4);
        assertThat(number("accepted", campaign, successor)).isOne();
        assertThat(number("submitted", campaign, successor)).isOne();
        assertThat(number("missing", campaign, successor)).isEqualTo(2);
        assertThat(number("owes", campaign, ending)).isZero();
        assertThat(number("owes", campaign, scene.committee)).isEqualTo(4);
        var secretary = scene.aSecretaryOf(successor);
        var waiting = registrationOf(submitted, campaign);
        accept(secretary, waiting, etagOf(secretary, waiting))
                .then()
                .statusCode(200)
                .body("organisationId", is(successor.id().toString()));
        as(scene.aSecretaryOf(ending))
                .get("/api/v1/registrations/" + registrationOf(silent, campaign))
                .then()
                .statusCode(404);
    }

    @Test
    void a_successor_made_for_the_occasion_is_not_done_before_the_registrations_have_come() {
        var member = scene.aMember(ending);
        scene.issuePlan();
        var left = scene.assign(ending, Scene.tomorrow());
        var campaign = scene.openCampaign(1);
        var taken = Uuid7.next();
        send(taken, successor.id(), 1, ",\"transferredFromAssignmentId\":\"" + left + "\"");
        scene.campaign(2);
        transfer(left, ending, taken, 2);
        await().atMost(Duration.ofSeconds(20)).until(() -> number("missing", campaign, successor) == 1);
        Scene.awaitFrozen(campaign);
        Scene.awaitFolded();

        var id = registrationOf(member, campaign);
        submit(member.token(), id, etagOf(member.token(), id)).then().statusCode(200);
        accept(scene.aSecretaryOf(successor), id, etagOf(member.token(), id))
                .then()
                .statusCode(200);

        var states = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> summaries(taken),
                        found -> !found.isEmpty() && found.getLast().get("completedAt") != null);
        assertThat(states.stream().filter(state -> state.get("completedAt") != null))
                .allMatch(state -> state.getInt("owes") == 1 && state.getInt("accepted") == 1);
    }

    @Test
    void members_belong_to_the_successor_from_the_next_day_and_what_was_stays_readable() {
        var member = scene.aMember(ending);
        var other = scene.aMember(ending, successor);
        var campaign = scene.open(ending);
        scene.end(ending, LAST_DAY, successor);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Scene.count(
                                "select count(*) from membership where organisation_id = ?1 and valid_to is null",
                                ending.id())
                        == 0);
        as(scene.officer)
                .get("/api/v1/members/" + member.id())
                .then()
                .body("memberships", hasSize(2))
                .body("memberships[0].organisationId", is(successor.id().toString()))
                .body("memberships[0].from", is("2025-07-01"))
                .body("memberships[1].organisationId", is(ending.id().toString()))
                .body("memberships[1].to", is(LAST_DAY.toString()));
        as(scene.officer)
                .get("/api/v1/members/" + other.id())
                .then()
                .body("memberships", hasSize(2))
                .body("memberships[0].organisationId", is(successor.id().toString()))
                .body("memberships[0].from", is("2020-01-01"))
                .body("memberships[1].to", is(LAST_DAY.toString()));
        as(scene.aSecretaryOf(successor))
                .get("/api/v1/registrations/" + registrationOf(member, campaign))
                .then()
                .statusCode(200);
    }

    private void transfer(UUID from, KnownOrganisation organisation, UUID to, long sequence) {
        send(
                from,
                organisation.id(),
                sequence,
                ",\"transferredAt\":\"2025-07-01T00:00:00Z\",\"closedAt\":\"2025-07-01T00:00:00Z\","
                        + "\"transferredToAssignmentId\":\"" + to + "\"");
    }

    private void send(UUID assignment, UUID organisation, long sequence, String more) {
        TestEvents.send(
                "plans.assignment.v1", assignment.toString(), "plans.assignment.opened.v1", sequence, """
                {"id":"%s","planId":"%s","obligationId":"%s","organisationId":"%s","kind":"INDIVIDUAL_REGISTRATION",
                 "opens":"CAMPAIGN","subject":"x","occurrence":"2024","opensOn":"2024-01-02","dueAt":"%s"%s}""".formatted(
                                assignment, scene.plan, scene.obligation, organisation, Scene.tomorrow(), more));
    }

    private int number(String name, UUID campaign, KnownOrganisation organisation) {
        return as(scene.officer)
                .get("/api/v1/campaigns/" + campaign + "/summary?organisation=" + organisation.id())
                .then()
                .statusCode(200)
                .extract()
                .path(name);
    }

    private static List<JsonPath> summaries(UUID assignment) {
        return TestEvents.on("registrations.unit-summary.v1", assignment.toString()).stream()
                .map(sent -> new JsonPath(new String(sent.value(), StandardCharsets.UTF_8)))
                .toList();
    }
}
