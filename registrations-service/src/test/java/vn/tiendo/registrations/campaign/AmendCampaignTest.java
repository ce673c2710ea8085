package vn.tiendo.registrations.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.tiendo.registrations.Scene.query;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.registrations.Scene;

/// An amendment takes the place of the plan under which a campaign runs, or the plan is recalled.
@QuarkusTest
class AmendCampaignTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Scene scene = new Scene();

    private void amend(UUID amendment, UUID obligation, boolean replaces) {
        TestEvents.send("plans.plan.v1", amendment.toString(), "plans.plan.issued.v1", 1, """
                {"id":"%s","organisationId":"%s","type":"PLAN","title":"Kế hoạch sửa đổi","year":2024,"status":"ISSUED",
                 "amends":"%s","obligations":[{"id":"%s","code":"S2-12","kind":"INDIVIDUAL_REGISTRATION",
                 "form":"REGISTRATION","subject":"mỗi đảng viên","exempt":[]%s}]}""".formatted(
                        amendment,
                        scene.committee.id(),
                        scene.plan,
                        obligation,
                        replaces ? ",\"replaces\":\"" + scene.obligation + "\"" : ""));
    }

    private static String statusOf(UUID campaign) {
        return query("select status from campaign where id = ?1", String.class, campaign)
                .getFirst();
    }

    @Test
    void the_campaign_goes_on_under_the_obligation_in_the_place_of_its_own() {
        var cell = scene.aCell();
        var member = scene.aMember(cell);
        var assignment = Uuid7.next();
        scene.issuePlan();
        scene.assign(assignment, cell.id(), "2024", Scene.tomorrow(), 1);
        var campaign = scene.openCampaign(1);
        var amendment = Uuid7.next();
        var obligation = Uuid7.next();
        amend(amendment, obligation, true);
        await().atMost(SOON)
                .until(() -> Scene.uuids("select id from campaign where obligation_id = ?1", obligation)
                        .contains(campaign));
        assertThat(Scene.uuids("select plan_id from campaign where id = ?1", campaign))
                .containsExactly(amendment);
        assertThat(statusOf(campaign)).isEqualTo("OPEN");
        assertThat(Scene.uuids("select id from campaign where obligation_id = ?1", scene.obligation))
                .isEmpty();

        TestEvents.send("plans.assignment.v1", assignment.toString(), "plans.assignment.amended.v1", 2, """
                {"id":"%s","planId":"%s","obligationId":"%s","organisationId":"%s","kind":"INDIVIDUAL_REGISTRATION",
                 "opens":"CAMPAIGN","subject":"x","occurrence":"2024","opensOn":"2024-01-02","dueAt":"%s"}""".formatted(
                        assignment, amendment, obligation, cell.id(), Scene.tomorrow()));
        await().atMost(SOON)
                .until(() -> Scene.uuids("select obligation_id from campaign_unit where campaign_id = ?1", campaign)
                        .contains(obligation));
        await().atMost(SOON)
                .until(() -> Scene.uuids("select obligation_id from registration where member_id = ?1", member.id())
                        .contains(obligation));
        await().atMost(SOON)
                .ignoreExceptionsInstanceOf(NoSuchElementException.class)
                .until(() -> new String(
                                TestEvents.on("registrations.campaign.v1", campaign.toString())
                                        .getLast()
                                        .value(),
                                StandardCharsets.UTF_8)
                        .contains(amendment.toString()));
        await().atMost(SOON)
                .ignoreExceptionsInstanceOf(NoSuchElementException.class)
                .until(() -> new String(
                                TestEvents.on("registrations.unit-summary.v1", assignment.toString())
                                        .getLast()
                                        .value(),
                                StandardCharsets.UTF_8)
                        .contains(obligation.toString()));
    }

    @Test
    void a_campaign_whose_obligation_the_amendment_drops_is_closed_and_withdrawn() {
        var cell = scene.aCell();
        scene.issuePlan();
        scene.assign(cell, Scene.tomorrow());
        var campaign = scene.openCampaign(1);
        amend(Uuid7.next(), Uuid7.next(), false);
        await().atMost(SOON).until(() -> "CLOSED".equals(statusOf(campaign)));
        assertThat(Scene.count("select count(*) from campaign where id = ?1 and withdrawn_at is not null", campaign))
                .isOne();
    }

    @Test
    void the_campaigns_of_a_recalled_plan_are_closed_and_withdrawn() {
        var cell = scene.aCell();
        scene.issuePlan();
        scene.assign(cell, Scene.tomorrow());
        var campaign = scene.openCampaign(1);
        scene.planIs("RECALLED", 2, "[]");
        await().atMost(SOON).until(() -> "CLOSED".equals(statusOf(campaign)));
        assertThat(Scene.count("select count(*) from campaign where id = ?1 and withdrawn_at is not null", campaign))
                .isOne();
    }
}
