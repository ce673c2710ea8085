package vn.tiendo.notifications.reminder;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.tiendo.notifications.TestWork.anAssignment;
import static vn.tiendo.notifications.TestWork.recipientsOf;
import static vn.tiendo.notifications.TestWork.remindersOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
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
import vn.tiendo.notifications.TestWork;

/// Who is told up the tree, by role, while people are away, and in how many messages.
@QuarkusTest
class EscalationTest {

    private static final LocalDate DUE = LocalDate.of(2024, 5, 4);
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    ReminderFiring firing;

    @Inject
    RollUpFiring rollUpFiring;

    private KnownOrganisation province;
    private KnownOrganisation committee;

    @BeforeEach
    void before() {
        at(LocalDate.of(2024, 4, 1), 9);
        province = TestTree.aRoot();
        committee = TestTree.aChildOf(province);
    }

    @AfterEach
    void after() {
        TestClock.setBack();
    }

    @Test
    void a_superior_is_told_once_how_many_of_all_are_missing_and_each_debtor_of_its_own() {
        var officer = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, committee);
        var plan = UUID.randomUUID();
        var obligation = UUID.randomUUID();
        var debts = assignments(plan, obligation, 7);
        var secretaries = debts.stream()
                .map(debt -> TestTree.aHolderOf(Role.CELL_SECRETARY, debt.organisation()))
                .toList();
        // two of seven are in, one is waived, one has more time: three of six are missing on the next day
        debts.get(0).assignment().with("receivedAt", "2024-04-10T03:00:00Z").send();
        debts.get(1).assignment().with("accepted", true).send();
        debts.get(2).assignment().with("waivedAt", "2024-04-10T03:00:00Z").send();
        debts.get(3).assignment().dueOn(DUE.plusDays(30)).send();
        await().atMost(SOON)
                .until(() -> TestWork.rows(
                                        "select outcome from duty where plan_id = ?1 and (outcome <> 'WAITING' or due_day > ?2)",
                                        plan,
                                        DUE)
                                .size()
                        == 4);
        at(DUE.plusDays(1), 9);
        await().atMost(SOON).until(() -> rollUps(plan).equals(List.of("1 FIRED 3/6")));
        assertThat(told(plan, officer))
                .containsExactly("ROLL_UP 3/6 đơn vị trực thuộc quá hạn 1 ngày: báo cáo định kỳ");
        for (int i = 4; i < 7; i++) {
            assertThat(told(plan, secretaries.get(i))).containsExactly("ASSIGNMENT Quá hạn 1 ngày: báo cáo định kỳ");
        }
        for (int i = 0; i < 4; i++) {
            assertThat(told(plan, secretaries.get(i))).isEmpty();
        }
        // the same topic once more, from the beginning
        TestWork.execute(
                "delete from inbox where aggregateid = ?1",
                debts.get(6).assignment().id.toString());
        debts.get(6).assignment().sendAs(0);
        at(DUE.plusDays(2), 9);
        await().during(Duration.ofSeconds(3))
                .atMost(SOON)
                .until(() -> told(plan, officer).size() == 1);
        at(DUE.plusDays(3), 9);
        await().atMost(SOON).until(() -> told(plan, officer).size() == 2);
        assertThat(rollUps(plan)).containsExactly("1 FIRED 3/6", "3 FIRED 3/6");
    }

    @Test
    void what_a_superior_was_told_is_resolved_when_nobody_is_missing_any_more() {
        TestTree.aHolderOf(Role.COMMITTEE_OFFICER, committee);
        var plan = UUID.randomUUID();
        var debts = assignments(plan, UUID.randomUUID(), 2);
        at(DUE.plusDays(1), 9);
        await().atMost(SOON).until(() -> rollUps(plan).equals(List.of("1 FIRED 2/2")));
        debts.get(0).assignment().with("accepted", true).send();
        await().during(Duration.ofSeconds(4)).atMost(SOON).until(() -> unresolved(plan) == 1);
        debts.get(1).assignment().with("accepted", true).send();
        await().atMost(SOON).until(() -> unresolved(plan) == 0);
    }

    @Test
    void two_replicas_that_tell_superiors_at_once_tell_them_once() throws Exception {
        var officer = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, committee);
        var plan = UUID.randomUUID();
        assignments(plan, UUID.randomUUID(), 3);
        var done = new AtomicBoolean();
        try (var workers = Executors.newFixedThreadPool(2)) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < 2; i++) {
                running.add(workers.submit(() -> {
                    while (!done.get()) {
                        firing.fireBatch();
                        rollUpFiring.fireBatch();
                    }
                }));
            }
            at(DUE.plusDays(1), 9);
            await().atMost(SOON)
                    .until(() -> rollUps(plan).size() == 1
                            && rollUps(plan).getFirst().contains("FIRED"));
            done.set(true);
            for (var one : running) {
                one.get();
            }
        }
        assertThat(told(plan, officer)).hasSize(1);
    }

    @Test
    void rungs_name_a_role_at_a_level_above_and_who_that_is_is_found_when_they_fire() {
        var leader = TestTree.aHolderOf(Role.COMMITTEE_LEADER, province);
        given().auth()
                .oauth2(Tokens.of(leader))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "organisationId",
                        province.id(),
                        "dayCount",
                        "CALENDAR",
                        "rungs",
                        List.of(
                                rung(-1, "CELL_SECRETARY", 0),
                                rung(2, "COMMITTEE_OFFICER", 1),
                                rung(4, "COMMITTEE_LEADER", 2))))
                .post("/api/v1/reminder-policies")
                .then()
                .statusCode(201);
        var debt = assignments(UUID.randomUUID(), UUID.randomUUID(), 1).getFirst();
        var secretary = TestTree.aHolderOf(Role.CELL_SECRETARY, debt.organisation());
        at(DUE.minusDays(1), 9);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(recipientsOf(debt.assignment().id)).containsExactly(secretary));
        var late = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, committee);
        at(DUE.plusDays(2), 9);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(recipientsOf(debt.assignment().id)).containsExactly(secretary, late));
        at(DUE.plusDays(4), 9);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(recipientsOf(debt.assignment().id)).containsExactly(secretary, late, leader));
        assertThat(remindersOf(debt.assignment().id, DUE)).containsExactly("-1 FIRED", "2 FIRED", "4 FIRED");
    }

    @Test
    void while_the_holder_is_away_its_deputy_is_told_and_afterwards_the_holder_again() {
        var debt = assignments(UUID.randomUUID(), UUID.randomUUID(), 1).getFirst();
        var cell = debt.organisation();
        var holder = aPost("secretary", cell, null, "[{\"from\":\"2024-05-01\",\"to\":\"2024-05-03\"}]");
        aPost("deputy", cell, holder, "[]");
        at(DUE.minusDays(7), 9);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(recipientsOf(debt.assignment().id)).containsExactly("secretary-" + cell.id()));
        at(DUE.minusDays(3), 9);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(recipientsOf(debt.assignment().id))
                        .containsExactly("secretary-" + cell.id(), "deputy-" + cell.id()));
        at(DUE, 9);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(recipientsOf(debt.assignment().id))
                        .containsExactly("secretary-" + cell.id(), "deputy-" + cell.id(), "secretary-" + cell.id()));
    }

    @Test
    void only_the_debtor_and_its_superior_are_told_and_none_beside_or_above_them() {
        var officer = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, committee);
        var other = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, province);
        var plan = UUID.randomUUID();
        var debt = assignments(plan, UUID.randomUUID(), 1).getFirst();
        var bystander = TestTree.aChildOf(committee);
        var neighbour = TestTree.aHolderOf(Role.CELL_SECRETARY, bystander);
        var secretary = TestTree.aHolderOf(Role.CELL_SECRETARY, debt.organisation());
        at(DUE.plusDays(1), 9);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(recipientsOf(debt.assignment().id)).containsExactlyInAnyOrder(secretary, officer));
        assertThat(told(plan, other)).isEmpty();
        assertThat(told(plan, neighbour)).isEmpty();
    }

    @Test
    void what_a_unit_that_has_moved_owes_is_told_to_its_new_superior_alone() {
        var former = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, committee);
        var next = TestTree.aChildOf(province);
        var officer = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, next);
        var plan = UUID.randomUUID();
        var cell = assignments(plan, UUID.randomUUID(), 1).getFirst().organisation();
        changed(cell, next, null);
        at(DUE.plusDays(1), 9);
        await().atMost(SOON).until(() -> told(plan, officer).size() == 1);
        assertThat(told(plan, former)).isEmpty();
    }

    @Test
    void after_a_superior_was_dissolved_its_successor_is_told_although_posts_there_still_stand() {
        var former = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, committee);
        var successor = TestTree.aChildOf(province);
        var officer = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, successor);
        var plan = UUID.randomUUID();
        var debts = assignments(plan, UUID.randomUUID(), 2);
        changed(committee, province, DUE.minusDays(5));
        debts.forEach(debt -> changed(debt.organisation(), successor, null));
        at(DUE.plusDays(1), 9);
        await().atMost(SOON).until(() -> told(plan, officer).size() == 1);
        assertThat(rollUps(plan)).containsExactly("1 FIRED 2/2");
        assertThat(told(plan, former)).isEmpty();
    }

    @Test
    void what_a_dissolved_unit_owed_is_told_as_its_successors_and_counted_once() {
        var officer = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, committee);
        var plan = UUID.randomUUID();
        var obligation = UUID.randomUUID();
        var debt = assignments(plan, obligation, 1).getFirst();
        var former = TestTree.aHolderOf(Role.CELL_SECRETARY, debt.organisation());
        var successor = TestTree.aChildOf(committee);
        var secretary = TestTree.aHolderOf(Role.CELL_SECRETARY, successor);
        changed(debt.organisation(), committee, DUE.minusDays(5));
        debt.assignment().with("transferredToOrganisationId", successor.id()).send();
        var passedOn = anAssignment(successor, DUE, plan, obligation).send();
        await().atMost(SOON)
                .until(() -> !remindersOf(passedOn.id, DUE).isEmpty()
                        && remindersOf(debt.assignment().id, DUE).stream().allMatch(row -> row.endsWith("CANCELLED")));
        at(DUE.plusDays(1), 9);
        await().atMost(SOON).until(() -> told(plan, officer).size() == 1);
        assertThat(rollUps(plan)).containsExactly("1 FIRED 1/1");
        assertThat(told(plan, secretary)).hasSize(1);
        assertThat(told(plan, former)).isEmpty();
    }

    /// As plans-service tells a restructuring.
    private static void changed(KnownOrganisation unit, KnownOrganisation parent, @Nullable LocalDate validTo) {
        var path = parent.path()
                + unit.path().substring(unit.path().lastIndexOf('/', unit.path().length() - 2) + 1);
        TestEvents.send(
                "plans.organisation.v1", unit.id().toString(), "plans.organisation.changed.v1", 1, """
                {"id":"%s","code":"%s","name":"%s","kind":"%s","hierarchy":"PARTY","parentId":"%s","path":"%s",
                 "validFrom":"2000-01-01"%s}""".formatted(
                                unit.id(),
                                unit.code(),
                                unit.name(),
                                unit.kind(),
                                parent.id(),
                                path,
                                validTo == null ? "" : ",\"validTo\":\"" + validTo + "\""));
        await().atMost(SOON)
                .until(() -> !TestWork.rows(
                                "select code from reach_organisation where id = ?1 and path = ?2"
                                        + " and coalesce(valid_to, '9999-12-31') = cast(?3 as date)",
                                unit.id(),
                                path,
                                validTo == null ? "9999-12-31" : validTo.toString())
                        .isEmpty());
    }

    private record Debt(KnownOrganisation organisation, TestWork.Assignment assignment) {}

    private List<Debt> assignments(UUID plan, UUID obligation, int many) {
        var debts = new ArrayList<Debt>();
        for (int i = 0; i < many; i++) {
            var cell = TestTree.aChildOf(committee);
            debts.add(new Debt(cell, anAssignment(cell, DUE, plan, obligation).send()));
        }
        debts.forEach(debt -> await().atMost(SOON)
                .until(() -> !remindersOf(debt.assignment().id, DUE).isEmpty()));
        return debts;
    }

    private static UUID aPost(String name, KnownOrganisation organisation, @Nullable UUID deputyOf, String absences) {
        var id = UUID.randomUUID();
        TestEvents.send("plans.post.v1", id.toString(), "plans.post.given.v1", 0, """
                {"id":"%s","organisationId":"%s","role":"CELL_SECRETARY","holderIssuer":"%s","holderSubject":"%s-%s",
                 "validFrom":"2000-01-01"%s,"absences":%s}""".formatted(
                        id,
                        organisation.id(),
                        Tokens.ISSUER,
                        name,
                        organisation.id(),
                        deputyOf == null ? "" : ",\"deputyOf\":\"" + deputyOf + "\"",
                        absences));
        await().atMost(SOON)
                .until(() -> !TestWork.rows("select role from reach_post where id = ?1", id)
                        .isEmpty());
        return id;
    }

    private static Map<String, Object> rung(int days, String role, int level) {
        return Map.of("days", days, "tell", List.of(Map.of("role", role, "level", level)));
    }

    private static List<String> rollUps(UUID plan) {
        return TestWork.rows(
                "select rung || ' ' || status || ' ' || coalesce(missing, 0) || '/' || coalesce(total, 0) from roll_up"
                        + " where plan_id = ?1 order by rung",
                plan);
    }

    private static List<String> told(UUID plan, String subject) {
        return TestWork.rows(
                "select duty_kind || ' ' || title from notification where plan_id = ?1 and recipient_subject = ?2"
                        + " order by position",
                plan,
                subject);
    }

    private static int unresolved(UUID plan) {
        return TestWork.rows(
                        "select id::text from notification where plan_id = ?1 and duty_kind = 'ROLL_UP'"
                                + " and resolved_at is null",
                        plan)
                .size();
    }

    private static void at(LocalDate day, int hour) {
        TestClock.setTo(LocalDateTime.of(day, java.time.LocalTime.of(hour, 0, 30)));
    }
}
