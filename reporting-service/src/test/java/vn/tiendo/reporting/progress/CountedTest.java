package vn.tiendo.reporting.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiendo.reporting.progress.CountedReport.Status;

class CountedTest {

    private static final Instant DUE = Instant.parse("2024-05-04T17:00:00Z");
    private static final Instant LATER = Instant.parse("2024-05-09T17:00:00Z");
    private static final UUID ID = UUID.randomUUID();

    private static Part assignment(Instant dueAt, Instant receivedAt, boolean accepted, Instant waivedAt, UUID to) {
        return new CountedAssignment(ID, ID, ID, "RESULT_REPORT", dueAt, receivedAt, accepted, null, waivedAt, to, null)
                .parts()
                .getFirst();
    }

    private static Part report(Status status, Instant returnedUntil, boolean late) {
        return new CountedReport(ID, ID, ID, "RESULT_REPORT", status, DUE, returnedUntil, null, late)
                .parts()
                .getFirst();
    }

    @Test
    void the_due_day_is_the_last_one_on_time() {
        assertThat(assignment(DUE, null, false, null, null).dueDay()).isEqualTo(LocalDate.of(2024, 5, 4));
        assertThat(assignment(null, null, false, null, null).dueDay()).isEqualTo(Part.NEVER);
    }

    @Test
    void what_is_in_but_not_accepted_is_submitted() {
        assertThat(assignment(DUE, LATER, false, null, null).state()).isEqualTo(State.SUBMITTED);
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
        assertThat(assignment(DUE, null, false, DUE, null).state()).isEqualTo(State.WAIVED);
        assertThat(assignment(DUE, null, false, null, ID).state()).isEqualTo(State.TRANSFERRED);
    }

    @Test
    void what_is_settled_keeps_the_day_and_what_is_open_has_none() {
        assertThat(assignment(DUE, LATER, true, null, null).settledOn()).isEqualTo(LocalDate.of(2024, 5, 10));
        assertThat(assignment(DUE, null, false, DUE, null).settledOn()).isEqualTo(LocalDate.of(2024, 5, 5));
        assertThat(assignment(DUE, LATER, false, null, null).settledOn()).isNull();
        assertThat(new CountedReport(ID, ID, ID, "RESULT_REPORT", Status.ACCEPTED, DUE, null, LATER, false)
                        .parts()
                        .getFirst()
                        .settledOn())
                .isEqualTo(LocalDate.of(2024, 5, 10));
    }

    @Test
    void a_report_is_open_until_it_is_in() {
        assertThat(report(Status.DRAFT, null, false).state()).isEqualTo(State.OPEN);
        assertThat(report(Status.RETURNED, LATER, false).dueDay()).isEqualTo(LocalDate.of(2024, 5, 9));
        assertThat(report(Status.RETURNED, LATER, true).dueDay()).isEqualTo(LocalDate.of(2024, 5, 4));
        assertThat(report(Status.FORWARDED, null, true).state()).isEqualTo(State.SUBMITTED_LATE);
        assertThat(report(Status.ACCEPTED, null, false).state()).isEqualTo(State.DONE);
    }

    @Test
    void a_withdrawn_report_counts_nowhere() {
        assertThat(new CountedReport(ID, ID, ID, "RESULT_REPORT", Status.WITHDRAWN, DUE, null, null, false).parts())
                .isEmpty();
    }

    @Test
    void registrations_count_by_state_and_zeros_not_at_all() {
        var parts = new CountedRegistrations(ID, ID, ID, ID, 10, 1, 5, 2, 0, 1, LATER).parts();
        assertThat(parts.stream().map(part -> part.state() + "=" + part.total()))
                .containsExactly("OWES=10", "SUBMITTED=1", "ACCEPTED=5", "EXEMPT=2", "LATE=1");
    }
}
