package vn.tiendo.reporting.progress;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.reporting.Rows;

/// A province with two towns, one of them with two wards, and a plan issued to all of them.
final class ProgressScene {

    final KnownOrganisation province = TestTree.aRoot();
    final KnownOrganisation town = TestTree.aChildOf(province);
    final KnownOrganisation otherTown = TestTree.aChildOf(province);
    final KnownOrganisation ward = TestTree.aChildOf(town);
    final KnownOrganisation otherWard = TestTree.aChildOf(town);

    final String provinceOfficer = token(Role.COMMITTEE_OFFICER, province);
    final String townLeader = token(Role.COMMITTEE_LEADER, town);
    final String wardSecretary = token(Role.CELL_SECRETARY, ward);
    final String wardMember = token(Role.MEMBER, ward);
    final String stranger = Tokens.of("stranger-" + UUID.randomUUID());

    final UUID plan = Uuid7.next();

    static String token(Role role, KnownOrganisation organisation) {
        return Tokens.of(TestTree.aHolderOf(role, organisation));
    }

    ProgressScene issued() {
        plan(true);
        await().until(() -> Rows.ask("select 1 from known_plan where id = ?", plan), rows -> !rows.isEmpty());
        return this;
    }

    void plan(boolean issued) {
        TestEvents.send("plans.plan.v1", plan.toString(), "plans.plan.issued.v1", 1, """
                {"id":"%s","organisationId":"%s","title":"Kế hoạch năm 2024","year":2024,"status":"ISSUED",
                 "issuedAt":%s,"obligations":[{"id":"x"}]}""".formatted(
                        plan, province.id(), issued ? "\"2024-01-15T01:00:00Z\"" : "null"));
    }

    /// @return the id of the assignment
    UUID owes(KnownOrganisation organisation, String kind, @Nullable String dueAt) {
        var id = Uuid7.next();
        tell(id, 0, organisation.id(), kind, dueAt, "");
        return id;
    }

    void tell(UUID id, long sequence, UUID organisation, String kind, @Nullable String dueAt, String more) {
        TestEvents.send(
                "plans.assignment.v1",
                id.toString(),
                "plans.assignment.changed.v1",
                sequence,
                assignment(id, plan, organisation, kind, dueAt, more));
    }

    static String assignment(UUID id, UUID plan, UUID organisation, String kind, @Nullable String dueAt, String more) {
        return """
                {"id":"%s","planId":"%s","obligationId":"%s","organisationId":"%s","kind":"%s","opens":"ASSIGNMENT",
                 "subject":"s","occurrence":"2024","dueAt":%s,"requiredCount":1,"recordedCount":0%s}""".formatted(id, plan, plan, organisation, kind, dueAt == null ? "null" : "\"" + dueAt + "\"", more);
    }

    void unit(UUID campaign, long sequence, KnownOrganisation organisation, String numbers) {
        var id = new UUID(campaign.getMostSignificantBits(), organisation.id().getLeastSignificantBits());
        TestEvents.send(
                "registrations.unit-summary.v1",
                id.toString(),
                "registrations.unit-summary.changed.v1",
                sequence,
                unitSummary(id, campaign, plan, organisation.id(), numbers));
    }

    static String unitSummary(UUID id, UUID campaign, UUID plan, UUID organisation, String numbers) {
        return """
                {"id":"%s","campaignId":"%s","planId":"%s","obligationId":"%s","assignmentId":"%s",
                 "organisationId":"%s","rosterFrozen":true,%s,"asOf":"2024-05-02T00:00:00Z"}""".formatted(id, campaign, plan, plan, id, organisation, numbers);
    }

    void campaign(UUID campaign, String dueAt) {
        TestEvents.send(
                "registrations.campaign.v1", campaign.toString(), "registrations.campaign.opened.v1", 0, """
                {"id":"%s","planId":"%s","obligationId":"%s","form":"COMMITMENT","status":"OPEN","title":"t",
                 "dueAt":"%s"}""".formatted(
                                campaign, plan, plan, dueAt));
    }

    Response read(String token, KnownOrganisation organisation) {
        return read(token, organisation.id(), "");
    }

    Response read(String token, UUID organisation, String more) {
        return given().auth()
                .oauth2(token)
                .get("/api/v1/progress?plan=" + plan + "&organisation=" + organisation + more);
    }

    /// Waits until so many things are counted at the province.
    void awaitCounted(int things) {
        await().until(
                        () -> Rows.ask(
                                "select coalesce(sum(total), 0) from progress_count where plan_id = ? and path = ?",
                                plan,
                                province.path()),
                        found -> found.equals(List.of(Integer.toString(things))));
    }
}
