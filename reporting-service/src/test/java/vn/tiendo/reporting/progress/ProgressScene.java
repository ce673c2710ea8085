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
public final class ProgressScene {

    public final KnownOrganisation province = TestTree.aRoot();
    public final KnownOrganisation town = TestTree.aChildOf(province);
    public final KnownOrganisation otherTown = TestTree.aChildOf(province);
    public final KnownOrganisation ward = TestTree.aChildOf(town);
    public final KnownOrganisation otherWard = TestTree.aChildOf(town);

    public final String provinceOfficer = token(Role.COMMITTEE_OFFICER, province);
    public final String townLeader = token(Role.COMMITTEE_LEADER, town);
    public final String wardSecretary = token(Role.CELL_SECRETARY, ward);
    public final String wardMember = token(Role.MEMBER, ward);
    public final String stranger = Tokens.of("stranger-" + UUID.randomUUID());

    public final UUID plan = Uuid7.next();

    static String token(Role role, KnownOrganisation organisation) {
        return Tokens.of(TestTree.aHolderOf(role, organisation));
    }

    public ProgressScene issued() {
        plan(true);
        await().until(() -> Rows.ask("select 1 from known_plan where id = ?", plan), rows -> !rows.isEmpty());
        return this;
    }

    void plan(boolean issued) {
        TestEvents.send("plans.plan.v1", plan.toString(), "plans.plan.issued.v1", 1, """
                {"id":"%s","organisationId":"%s","title":"Kế hoạch năm 2024","year":2024,"status":"ISSUED",
                 "issuedAt":%s,"obligations":[]}""".formatted(
                        plan, province.id(), issued ? "\"2024-01-15T01:00:00Z\"" : "null"));
    }

    /// @return the id of the assignment
    public UUID owes(KnownOrganisation organisation, String kind, @Nullable String dueAt) {
        var id = Uuid7.next();
        tell(id, 0, organisation.id(), kind, dueAt, "");
        return id;
    }

    public void tell(UUID id, long sequence, UUID organisation, String kind, @Nullable String dueAt, String more) {
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
                 "subject":"s","occurrence":"2024","openedAt":"2024-01-15T02:00:00Z","dueAt":%s,"requiredCount":1,"recordedCount":0%s}""".formatted(id, plan, plan, organisation, kind, dueAt == null ? "null" : "\"" + dueAt + "\"", more);
    }

    /// @return the id of the registration
    public UUID registration(UUID campaign, KnownOrganisation organisation, String dueAt, String history) {
        var id = Uuid7.next();
        register(id, 0, campaign, organisation, dueAt, history);
        return id;
    }

    void register(UUID id, long sequence, UUID campaign, KnownOrganisation organisation, String dueAt, String history) {
        TestEvents.send(
                "registrations.registration.v1",
                id.toString(),
                "registrations.registration.changed.v1",
                sequence,
                registration(id, campaign, plan, organisation.id(), dueAt, history));
    }

    static String registration(UUID id, UUID campaign, UUID plan, UUID organisation, String dueAt, String history) {
        return """
                {"id":"%s","campaignId":"%s","planId":"%s","obligationId":"%s","memberId":"%s","organisationId":"%s",
                 "organisationIds":["%s"],"status":"OWED","owedAt":"2024-02-01T02:00:00Z","dueAt":"%s"%s}""".formatted(id, campaign, plan, plan, id, organisation, organisation, dueAt, history);
    }

    void campaign(UUID campaign, String dueAt) {
        TestEvents.send(
                "registrations.campaign.v1", campaign.toString(), "registrations.campaign.opened.v1", 0, """
                {"id":"%s","planId":"%s","obligationId":"%s","form":"COMMITMENT","status":"OPEN","title":"t",
                 "dueAt":"%s"}""".formatted(
                                campaign, plan, plan, dueAt));
    }

    Response trend(String token, UUID organisation, String more) {
        return given().auth()
                .oauth2(token)
                .get("/api/v1/progress/trend?plan=" + plan + "&organisation=" + organisation + more);
    }

    /// A move as its owner tells it: the stands of the organisation, and where it stands now.
    void move(
            KnownOrganisation organisation, KnownOrganisation from, KnownOrganisation to, String lastDay, String day) {
        var segment = organisation.path().substring(from.path().length());
        TestEvents.send(
                "plans.organisation.v1", organisation.id().toString(), "plans.organisation.moved.v1", 7, """
                {"id":"%s","code":"%s","name":"n","kind":"CELL","parentId":"%s","path":"%s","validFrom":"2000-01-01",
                 "periods":[{"from":"2000-01-01","to":"%s","name":"n","path":"%s"},
                            {"from":"%s","name":"n","path":"%s"}]}""".formatted(
                                organisation.id(),
                                organisation.code(),
                                to.id(),
                                to.path() + segment,
                                lastDay,
                                organisation.path(),
                                day,
                                to.path() + segment));
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
    public void awaitCounted(int things) {
        await().until(
                        () -> Rows.ask(
                                "select coalesce(sum(total), 0) from progress_count where plan_id = ? and path = ?",
                                plan,
                                province.path()),
                        found -> found.equals(List.of(Integer.toString(things))));
    }
}
