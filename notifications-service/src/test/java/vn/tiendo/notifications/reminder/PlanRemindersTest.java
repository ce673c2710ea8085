package vn.tiendo.notifications.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.tiendo.notifications.TestWork.aRegistration;
import static vn.tiendo.notifications.TestWork.anAssignment;
import static vn.tiendo.notifications.TestWork.remindersOf;
import static vn.tiendo.notifications.TestWork.statusesOf;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.time.Days;
import vn.tiendo.notifications.TestWork;

@QuarkusTest
class PlanRemindersTest {

    private static final LocalDate DUE = LocalDate.of(2024, 5, 4);
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    ObjectMapper json;

    private KnownOrganisation cell;

    @BeforeEach
    void before() {
        TestClock.setTo(LocalDateTime.of(2024, 4, 1, 9, 0));
        cell = TestTree.aChildOf(TestTree.aRoot());
        TestTree.aHolderOf(Role.CELL_SECRETARY, cell);
    }

    @AfterEach
    void after() {
        TestClock.setBack();
    }

    @Test
    void an_assignment_that_waits_has_one_reminder_per_rung() {
        var assignment = anAssignment(cell, DUE).send();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(remindersOf(assignment.id, DUE))
                        .containsExactly(
                                "-14 PLANNED",
                                "-7 PLANNED",
                                "-3 PLANNED",
                                "-1 PLANNED",
                                "0 PLANNED",
                                "1 PLANNED",
                                "3 PLANNED",
                                "7 PLANNED"));
        assertThat(TestWork.rows(
                        "select to_char(fires_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') from reminder"
                                + " where duty_id = ?1 and rung = 0",
                        assignment.id))
                .containsExactly("2024-05-04 01:00");
    }

    @Test
    void a_repeated_or_older_event_plans_nothing_more() {
        var assignment = anAssignment(cell, DUE);
        assignment.sendAs(3);
        await().atMost(SOON).until(() -> remindersOf(assignment.id, DUE).size() == 8);
        assignment.sendAs(3);
        assignment.dueOn(DUE.plusDays(30)).sendAs(2);
        var after = anAssignment(cell, DUE).send();
        await().atMost(SOON).until(() -> remindersOf(after.id, DUE).size() == 8);
        assertThat(remindersOf(assignment.id, DUE)).hasSize(8);
        assertThat(remindersOf(assignment.id, DUE.plusDays(30))).isEmpty();
    }

    @Test
    void what_is_in_is_not_reminded_of() {
        var assignment = anAssignment(cell, DUE).send();
        await().atMost(SOON).until(() -> remindersOf(assignment.id, DUE).size() == 8);
        assignment.with("receivedAt", "2024-04-10T03:00:00Z").send();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(statusesOf(assignment.id)).containsExactly("CANCELLED"));
    }

    @Test
    void what_is_accepted_waived_transferred_or_closed_is_not_reminded_of() {
        var done = List.of(
                anAssignment(cell, DUE).with("accepted", true),
                anAssignment(cell, DUE).with("fulfilledAt", "2024-04-02T03:00:00Z"),
                anAssignment(cell, DUE).with("waivedAt", "2024-04-02T03:00:00Z"),
                anAssignment(cell, DUE).with("transferredToOrganisationId", UUID.randomUUID()),
                anAssignment(cell, DUE).with("closedAt", "2024-04-02T03:00:00Z"));
        done.forEach(TestWork.Assignment::send);
        done.forEach(assignment -> await().atMost(SOON)
                .until(() -> !TestWork.rows("select outcome from duty where id = ?1", assignment.id)
                        .isEmpty()));
        done.forEach(assignment -> assertThat(statusesOf(assignment.id)).isEmpty());
    }

    @Test
    void a_returned_report_waits_again_until_the_day_that_was_named() {
        var assignment = anAssignment(cell, DUE)
                .with("receivedAt", "2024-04-10T03:00:00Z")
                .send();
        var newDay = DUE.plusDays(10);
        assignment
                .without()
                .with("returnedUntil", Days.endOf(newDay))
                .dueOn(newDay)
                .send();
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(remindersOf(assignment.id, newDay)).hasSize(8));
        assertThat(remindersOf(assignment.id, DUE)).doesNotContain("0 PLANNED");
    }

    @Test
    void a_moved_day_moves_the_reminders() {
        var assignment = anAssignment(cell, DUE).send();
        await().atMost(SOON).until(() -> remindersOf(assignment.id, DUE).size() == 8);
        var later = LocalDate.of(2024, 6, 30);
        assignment.dueOn(later).send();
        await().atMost(SOON).until(() -> remindersOf(assignment.id, later).size() == 8);
        assertThat(remindersOf(assignment.id, DUE)).allMatch(row -> row.endsWith("CANCELLED"));
        assertThat(remindersOf(assignment.id, later)).allMatch(row -> row.endsWith("PLANNED"));
        assignment.dueOn(DUE).send();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(remindersOf(assignment.id, DUE))
                        .hasSize(8)
                        .allMatch(row -> row.endsWith("PLANNED")));
    }

    @Test
    void an_assignment_of_an_organisation_not_yet_known_finds_its_place_later() {
        var unknown = new KnownOrganisation(
                UUID.randomUUID(), "X", "Chi bộ mới", "CELL", null, "unknown/", LocalDate.EPOCH, null);
        var assignment = anAssignment(unknown, DUE).send();
        await().atMost(SOON).until(() -> remindersOf(assignment.id, DUE).size() == 8);
        assertThat(TestWork.rows("select organisation_path from duty where id = ?1", assignment.id))
                .containsOnlyNulls();
        TestEvents.send(
                "plans.organisation.v1", unknown.id().toString(), "plans.organisation.founded.v1", 0, """
                {"id":"%s","code":"X-%s","name":"Chi bộ mới","kind":"CELL","hierarchy":"PARTY","path":"zz%s/",
                 "validFrom":"2000-01-01"}""".formatted(
                                unknown.id(), unknown.id(), unknown.id()));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                TestWork.rows("select organisation_path from duty where id = ?1", assignment.id))
                        .containsExactly("zz" + unknown.id() + "/"));
    }

    @Test
    void a_member_who_owes_is_reminded_until_the_registration_is_in() {
        var registration = aRegistration(UUID.randomUUID(), cell, DUE).send("OWED");
        await().atMost(SOON).until(() -> remindersOf(registration.id, DUE).size() == 8);
        registration.send("SUBMITTED");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(statusesOf(registration.id)).containsExactly("CANCELLED"));
        registration.returnedUntil(DUE.plusDays(5));
        await().atMost(SOON)
                .until(() -> remindersOf(registration.id, DUE.plusDays(5)).size() == 8);
        registration.send("SUBMITTED");
        registration.send("RETURNED");
        await().atMost(SOON).until(() -> remindersOf(registration.id, DUE).contains("0 PLANNED"));
        registration.send("ACCEPTED");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(statusesOf(registration.id)).containsExactly("CANCELLED"));
    }

    @Test
    void a_closed_campaign_stops_its_reminders_and_one_opened_again_takes_them_up() {
        var campaign = UUID.randomUUID();
        TestWork.campaign(campaign, "Đăng ký 2024", "OPEN", 0);
        var registration = aRegistration(campaign, cell, DUE).send("OWED");
        await().atMost(SOON).until(() -> remindersOf(registration.id, DUE).size() == 8);
        TestWork.campaign(campaign, "Đăng ký 2024", "CLOSED", 1);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(statusesOf(registration.id)).containsExactly("CANCELLED"));
        TestWork.campaign(campaign, "Đăng ký 2024", "OPEN", 2);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(statusesOf(registration.id)).containsExactly("PLANNED"));
    }

    /// The status of the campaign stays CLOSED, as registrations-service leaves it.
    @Test
    void a_unit_for_which_a_closed_campaign_is_reopened_is_reminded_until_the_new_day_and_no_other()
            throws IOException {
        var campaign = UUID.randomUUID();
        TestWork.campaign(campaign, "Đăng ký 2024", "CLOSED", 0);
        var registration = aRegistration(campaign, cell, DUE).send("OWED");
        var other = aRegistration(campaign, TestTree.aRoot(), DUE).send("OWED");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(List.of(statusesOf(registration.id), statusesOf(other.id)))
                        .containsOnly(List.of("CANCELLED")));
        var until = DUE.plusDays(20);
        TestEvents.send(
                "registrations.campaign.v1",
                campaign.toString(),
                "registrations.campaign.reopened.v1",
                1,
                reopened(campaign, until));
        await().atMost(SOON).until(() -> remindersOf(registration.id, until).contains("0 PLANNED"));
        assertThat(statusesOf(other.id)).containsExactly("CANCELLED");
        registration.send("OWED");
        var late = aRegistration(campaign, cell, DUE).send("OWED");
        await().atMost(SOON).until(() -> remindersOf(late.id, until).contains("0 PLANNED"));
        assertThat(remindersOf(late.id, DUE)).isEmpty();
        assertThat(remindersOf(registration.id, until)).contains("0 PLANNED");

        TestClock.setTo(until.plusDays(1).atTime(0, 30));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(remindersOf(registration.id, until))
                        .contains("1 CANCELLED", "3 CANCELLED", "7 CANCELLED"));
        late.send("OWED");
        var after = aRegistration(campaign, cell, DUE).send("OWED");
        await().atMost(SOON)
                .until(() -> List.of("true")
                        .equals(TestWork.rows(
                                "select cast(campaign_closed as text) from duty where id = ?1", after.id)));
        assertThat(statusesOf(late.id)).doesNotContain("PLANNED");
        assertThat(statusesOf(after.id)).doesNotContain("PLANNED");
    }

    /// The owner's sample, as it is after the reopening of the cell.
    private String reopened(UUID campaign, LocalDate until) throws IOException {
        var state = (ObjectNode)
                json.readTree(Path.of("../registrations-service/contract/events/campaign-roster-frozen.v1.json")
                        .toFile());
        state.put("id", campaign.toString()).put("status", "CLOSED").put("closedAt", "2024-04-01T02:00:00Z");
        state.withArray("reopenings")
                .addObject()
                .put("assignmentId", UUID.randomUUID().toString())
                .put("organisationId", cell.id().toString())
                .put("until", until.toString())
                .put("reopenedAt", "2024-04-01T03:00:00Z");
        return state.toString();
    }

    @Test
    void an_undated_assignment_has_no_reminders() {
        var id = UUID.randomUUID();
        TestEvents.send("plans.assignment.v1", id.toString(), "plans.assignment.opened.v1", 0, """
                {"id":"%s","planId":"%s","obligationId":"%s","organisationId":"%s","kind":"PROPAGANDA",
                 "accepted":false}""".formatted(
                        id, UUID.randomUUID(), UUID.randomUUID(), cell.id()));
        await().atMost(SOON)
                .until(() -> !TestWork.rows("select outcome from duty where id = ?1", id)
                        .isEmpty());
        assertThat(statusesOf(id)).isEmpty();
    }
}
