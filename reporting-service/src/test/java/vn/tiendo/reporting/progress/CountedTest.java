package vn.tiendo.reporting.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiendo.reporting.progress.CountedReport.Status;

class CountedTest {

    private static final Instant OPENED = Instant.parse("2024-01-15T01:00:00Z");
    private static final Instant DUE = Instant.parse("2024-05-04T17:00:00Z");
    private static final Instant LATER = Instant.parse("2024-05-09T17:00:00Z");
    private static final UUID ID = UUID.randomUUID();

    private static Part assignment(Instant dueAt, Instant receivedAt, boolean accepted, Instant waivedAt, UUID to) {
        return new CountedAssignment(
                        ID, ID, ID, "RESULT_REPORT", OPENED, dueAt, receivedAt, accepted, null, waivedAt, to, null)
                .part()
                .orElseThrow();
    }

    private static Part report(Status status, Instant returnedUntil, boolean late) {
        return new CountedReport(
                        ID,
                        ID,
                        ID,
                        "RESULT_REPORT",
                        status,
                        OPENED,
                        DUE,
                        Instant.parse("2024-05-02T01:00:00Z"),
                        Instant.parse("2024-05-03T01:00:00Z"),
                        returnedUntil,
                        LATER,
                        late)
                .part()
                .orElseThrow();
    }

    private static Part registration(
            Instant counted, Instant received, Instant accepted, Instant returned, Instant ex) {
        return new CountedRegistration(ID, ID, ID, ID, OPENED, DUE, received, counted, accepted, returned, ex, null)
                .part()
                .orElseThrow();
    }

    private static Instant may(int day) {
        return Instant.parse("2024-05-%02dT01:00:00Z".formatted(day));
    }

    private static List<String> course(Part part) {
        return part.stages().stream()
                .map(stage -> stage.from().getMonthValue() + "/" + stage.from().getDayOfMonth() + " " + stage.state())
                .toList();
    }

    @Test
    void the_due_day_is_the_last_one_on_time() {
        assertThat(assignment(DUE, null, false, null, null).dueDay()).isEqualTo(LocalDate.of(2024, 5, 4));
        assertThat(assignment(null, null, false, null, null).dueDay()).isEqualTo(Part.NEVER);
    }

    @Test
    void what_is_in_but_not_accepted_is_submitted_and_late_if_it_came_late() {
        assertThat(assignment(DUE, DUE.minusSeconds(1), false, null, null).state())
                .isEqualTo(State.SUBMITTED);
        assertThat(assignment(DUE, LATER, false, null, null).state()).isEqualTo(State.SUBMITTED_LATE);
    }

    @Test
    void done_is_judged_by_the_receipt() {
        assertThat(assignment(DUE, DUE.minusSeconds(1), true, null, null).state())
                .isEqualTo(State.DONE);
        assertThat(assignment(DUE, DUE, true, null, null).state()).isEqualTo(State.DONE_LATE);
        assertThat(assignment(null, LATER, true, null, null).state()).isEqualTo(State.DONE);
    }

    @Test
    void waived_and_transferred_stay_distinguishable() {
        assertThat(course(assignment(DUE, may(2), false, DUE, null)))
                .containsExactly("1/15 OPEN", "5/2 SUBMITTED", "5/5 WAIVED");
        assertThat(assignment(DUE, null, false, null, ID).state()).isEqualTo(State.TRANSFERRED);
    }

    @Test
    void an_assignment_goes_from_open_to_submitted_to_done_on_the_days_of_its_instants() {
        var accepted = new CountedAssignment(ID, ID, ID, "K", OPENED, DUE, may(3), true, may(20), null, null, null)
                .part()
                .orElseThrow();
        assertThat(course(accepted)).containsExactly("1/15 OPEN", "5/3 SUBMITTED", "5/20 DONE");
    }

    @Test
    void what_came_in_before_it_was_opened_counts_from_its_opening() {
        assertThat(course(assignment(DUE, OPENED.minusSeconds(90_000), false, null, null)))
                .containsExactly("1/15 SUBMITTED");
    }

    @Test
    void what_is_settled_keeps_the_day_and_what_is_open_has_none() {
        assertThat(assignment(DUE, LATER, true, null, null).settledOn()).isEqualTo(LocalDate.of(2024, 5, 10));
        assertThat(assignment(DUE, null, false, DUE, null).settledOn()).isEqualTo(LocalDate.of(2024, 5, 5));
        assertThat(assignment(DUE, LATER, false, null, null).settledOn()).isNull();
        assertThat(report(Status.ACCEPTED, null, false).settledOn()).isEqualTo(LocalDate.of(2024, 5, 10));
    }

    @Test
    void a_report_is_open_until_it_is_in() {
        assertThat(course(report(Status.DRAFT, null, false))).containsExactly("1/15 OPEN");
        assertThat(report(Status.RETURNED, LATER, false).dueDay()).isEqualTo(LocalDate.of(2024, 5, 9));
        assertThat(report(Status.RETURNED, LATER, true).dueDay()).isEqualTo(LocalDate.of(2024, 5, 4));
        assertThat(course(report(Status.RETURNED, LATER, false)))
                .containsExactly("1/15 OPEN", "5/2 SUBMITTED", "5/3 OPEN");
        assertThat(report(Status.FORWARDED, null, true).state()).isEqualTo(State.SUBMITTED_LATE);
        assertThat(course(report(Status.ACCEPTED, null, false)))
                .containsExactly("1/15 OPEN", "5/2 SUBMITTED", "5/10 DONE");
    }

    @Test
    void a_withdrawn_report_counts_nowhere() {
        assertThat(new CountedReport(ID, ID, ID, "K", Status.WITHDRAWN, OPENED, DUE, null, null, null, null, false)
                        .part())
                .isEmpty();
    }

    @Test
    void a_registration_that_is_accepted_has_been_submitted_before() {
        assertThat(course(registration(may(2), may(2), may(6), null, null)))
                .containsExactly("1/15 OPEN", "5/2 SUBMITTED", "5/6 ACCEPTED");
    }

    @Test
    void a_registration_that_came_back_in_time_keeps_its_first_receipt() {
        var back = registration(may(2), may(8), null, may(3), null);
        assertThat(course(back)).containsExactly("1/15 OPEN", "5/2 SUBMITTED", "5/3 RETURNED", "5/8 SUBMITTED");
    }

    @Test
    void a_registration_that_came_back_too_late_is_late() {
        assertThat(course(registration(may(9), may(9), may(10), may(3), null)))
                .containsExactly("1/15 OPEN", "5/3 RETURNED", "5/9 SUBMITTED_LATE", "5/10 ACCEPTED_LATE");
    }

    @Test
    void who_is_exempt_is_never_late_and_counts_when_accepted_all_the_same() {
        assertThat(course(registration(null, null, null, null, may(2)))).containsExactly("1/15 OPEN", "5/2 EXEMPT");
        assertThat(course(registration(may(9), may(9), null, null, may(2)))).containsExactly("1/15 OPEN", "5/2 EXEMPT");
        assertThat(course(registration(may(9), may(9), may(10), null, may(2))))
                .containsExactly("1/15 OPEN", "5/2 EXEMPT", "5/10 ACCEPTED");
        assertThat(course(registration(may(2), may(2), null, null, may(3))))
                .containsExactly("1/15 OPEN", "5/2 SUBMITTED", "5/3 EXEMPT");
    }

    @Test
    void who_left_the_roster_owes_nothing_from_then_on() {
        var left = new CountedRegistration(ID, ID, ID, ID, OPENED, DUE, null, null, null, null, null, may(6))
                .part()
                .orElseThrow();
        assertThat(course(left)).containsExactly("1/15 OPEN", "5/6 LEFT");
        assertThat(left.settledOn()).isEqualTo(LocalDate.of(2024, 5, 6));
        left.spans((column, span) -> assertThat(span.until()).isEqualTo(LocalDate.of(2024, 5, 6)));
    }

    @Test
    void a_registration_is_settled_when_it_is_accepted_or_exempt() {
        assertThat(registration(may(2), may(2), may(6), null, null).settledOn()).isEqualTo(LocalDate.of(2024, 5, 6));
        assertThat(registration(null, null, null, null, may(2)).settledOn()).isEqualTo(LocalDate.of(2024, 5, 2));
        assertThat(registration(may(2), may(2), null, null, null).settledOn()).isNull();
    }

    @Test
    void stages_and_whereabouts_survive_being_written_down() {
        var stages = registration(may(9), may(9), may(10), may(3), null).stages();
        assertThat(Stage.parse(Stage.text(stages))).isEqualTo(stages);
        var moved = Whereabouts.of(
                "a/b/",
                List.of(
                        new vn.tiendo.reporting.organisation.Stand(
                                LocalDate.of(1945, 9, 2), LocalDate.of(2024, 4, 30), "a/c/b/"),
                        new vn.tiendo.reporting.organisation.Stand(LocalDate.of(2024, 5, 1), null, "a/b/")));
        assertThat(Whereabouts.parse(moved.text())).isEqualTo(moved);
        assertThat(moved.text()).isEqualTo("1970-01-01 a/c/b/;2024-05-01 a/b/");
        assertThat(Whereabouts.parse(Whereabouts.NOWHERE.text())).isEqualTo(Whereabouts.NOWHERE);
    }
}
