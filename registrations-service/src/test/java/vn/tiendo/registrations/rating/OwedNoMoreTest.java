package vn.tiendo.registrations.rating;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.registrations.Requests.command;
import static vn.tiendo.registrations.Requests.get;
import static vn.tiendo.registrations.Requests.refused;
import static vn.tiendo.registrations.rating.RatingScene.decide;
import static vn.tiendo.registrations.rating.RatingScene.ok;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

/// What a superior has taken back keeps nobody's best grade away; what merely ended with its year does.
@QuarkusTest
class OwedNoMoreTest extends AtYearsEnd {

    private static final Instant DUE = Instant.parse("2025-12-31T17:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ENDED = "2025-12-15T08:00:00Z";

    private final UUID assignment = Uuid7.next();

    private UUID anOpenCampaign(KnownOrganisation... others) {
        at.scene.issuePlan();
        at.scene.assign(assignment, at.cell.id(), "2025", DUE, 1);
        for (var other : others) {
            at.scene.assign(Uuid7.next(), other.id(), "2025", DUE, 1);
        }
        return at.scene.openCampaign(1 + others.length);
    }

    /// The rating of a member for whom there is a place under the cap.
    private String proposedAsBest(Person member) {
        at.rateCell();
        var group = at.group(at.cell, "INDIVIDUAL");
        var grades = new LinkedHashMap<String, String>();
        for (int i = 0; i < 5; i++) {
            var other = at.scene.aMember(at.cell);
            grades.put(at.proposed(group, other, 75, "GOOD"), "GOOD");
        }
        ok(at.decideAll(at.leader, group, grades));
        return at.proposed(group, member, 95, "OUTSTANDING");
    }

    private void assignmentIs(@Nullable String waivedAt, @Nullable String closedAt) {
        TestEvents.send("plans.assignment.v1", assignment.toString(), "plans.assignment.closed.v1", 2, """
            {"id":"%s","planId":"%s","obligationId":"%s","organisationId":"%s","kind":"INDIVIDUAL_REGISTRATION",
             "opens":"CAMPAIGN","subject":"x","occurrence":"2025","opensOn":"2025-01-02","dueAt":"%s"%s%s}""".formatted(
                        assignment,
                        at.scene.plan,
                        at.scene.obligation,
                        at.cell.id(),
                        DUE,
                        waivedAt == null ? "" : ",\"waivedAt\":\"" + waivedAt + "\"",
                        closedAt == null ? "" : ",\"closedAt\":\"" + closedAt + "\""));
        await().atMost(SOON)
                .until(() -> Scene.count(
                                "select count(*) from campaign_unit where id = ?1 and closed_at is not null",
                                assignment)
                        == 1);
    }

    private void planIs(String status, UUID campaign) {
        at.scene.planIs(status, 2, "[]");
        await().atMost(SOON)
                .until(() -> Scene.count("select count(*) from campaign where id = ?1 and status = 'CLOSED'", campaign)
                        == 1);
    }

    @Test
    void a_recalled_campaign_is_owed_by_nobody() {
        var member = at.scene.aMember(at.cell);
        var campaign = anOpenCampaign();
        planIs("RECALLED", campaign);
        assignmentIs(ENDED, ENDED);
        var id = proposedAsBest(member);
        decide(at.leader, id, "OUTSTANDING").then().statusCode(200).body("registrations.owed", is(0));
        get(at.scene.officer, "campaigns/" + campaign).then().body("withdrawnAt", notNullValue());
    }

    @Test
    void a_waived_unit_owes_nothing_be_its_plan_closed_afterwards() {
        var member = at.scene.aMember(at.cell);
        var campaign = anOpenCampaign(TestTree.aChildOf(at.unit));
        assignmentIs(ENDED, "2025-12-16T08:00:00Z");
        var id = proposedAsBest(member);
        planIs("CLOSED", campaign);
        ok(decide(at.leader, id, "OUTSTANDING"));
    }

    @Test
    void who_owes_in_another_unit_too_owes_as_before_when_one_is_waived() {
        var other = TestTree.aChildOf(at.unit);
        var member = at.scene.aMember(at.cell, other);
        anOpenCampaign(other);
        assignmentIs(ENDED, null);
        refused(decide(at.leader, proposedAsBest(member), "OUTSTANDING"), 422, "registration-not-fulfilled");
    }

    @Test
    void what_was_open_when_its_plan_or_campaign_was_closed_still_counts() {
        var member = at.scene.aMember(at.cell);
        var campaign = anOpenCampaign();
        ok(command(at.scene.officer, "campaigns/" + campaign + "/closure", null));
        planIs("CLOSED", campaign);
        assignmentIs(ENDED, ENDED);
        refused(decide(at.leader, proposedAsBest(member), "OUTSTANDING"), 422, "registration-not-fulfilled");
        get(at.scene.officer, "campaigns/" + campaign).then().body("withdrawnAt", nullValue());
    }
}
