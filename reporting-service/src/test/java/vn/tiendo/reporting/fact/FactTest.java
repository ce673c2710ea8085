package vn.tiendo.reporting.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FactTest {

    private static final UUID ID = UUID.randomUUID();
    private static final UUID UNIT = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2024, 3, 20);

    private static ActivityFact activity(String kind, String status) {
        return new ActivityFact(
                ID, UNIT, kind, "PERIODIC", status, DAY, 9, 4, List.of(UNIT, ID), new ActivityFact.Findings(2));
    }

    private static List<String> counted(Fact fact) {
        return fact.parts().stream()
                .map(part -> part.measure() + " " + part.amount() + " " + part.day())
                .toList();
    }

    @Test
    void what_was_held_counts_on_its_day() {
        assertThat(counted(activity("STUDY_SESSION", "HELD")))
                .containsExactly("STUDY_SESSIONS 1 2024-03-20", "STUDY_ATTENDANCE 9 2024-03-20");
        assertThat(counted(activity("INSPECTION", "CORRECTED")))
                .containsExactly(
                        "INSPECTIONS 1 2024-03-20", "UNITS_INSPECTED 2 2024-03-20", "FINDINGS_OPEN 2 2024-03-20");
        assertThat(counted(activity("MEMBER_REVIEW", "HELD"))).containsExactly("MEMBERS_REVIEWED 4 2024-03-20");
        assertThat(counted(activity("EVENT", "HELD"))).containsExactly("OTHER_EVENTS 1 2024-03-20");
    }

    @Test
    void a_known_zero_counts_and_what_is_not_known_does_not() {
        assertThat(counted(new ActivityFact(
                        ID, UNIT, "INSPECTION", null, "HELD", DAY, 0, 0, List.of(), new ActivityFact.Findings(0))))
                .containsExactly("INSPECTIONS 1 2024-03-20", "FINDINGS_OPEN 0 2024-03-20");
        assertThat(counted(new ActivityFact(ID, UNIT, "INSPECTION", null, "HELD", DAY, null, null, null, null)))
                .containsExactly("INSPECTIONS 1 2024-03-20");
    }

    @Test
    void what_was_planned_or_cancelled_counts_nothing() {
        assertThat(counted(activity("INSPECTION", "PLANNED"))).isEmpty();
        assertThat(counted(activity("INSPECTION", "CANCELLED"))).isEmpty();
    }

    @Test
    void each_step_of_a_nomination_counts_on_its_day_and_a_rejected_one_not_at_all() {
        var proposed = Instant.parse("2024-04-30T17:00:00Z"); // the first of May in Vietnam
        var reported = Instant.parse("2024-05-10T03:00:00Z");
        assertThat(counted(new NominationFact(ID, UNIT, "MODEL", "REPORTED", 2024, proposed, null, reported, null)))
                .containsExactly(
                        "NOMINATIONS_PROPOSED 1 2024-05-01",
                        "NOMINATIONS_APPROVED 1 2024-05-10",
                        "NOMINATIONS_REPORTED 1 2024-05-10");
        assertThat(counted(new NominationFact(ID, UNIT, "MODEL", "REJECTED", 2024, proposed, null, null, null)))
                .isEmpty();
    }

    @Test
    void a_unit_counts_for_the_plan_of_its_campaign() {
        var plan = UUID.randomUUID();
        var parts = new RegistrationsFact(ID, plan, UNIT, 10, 1, 6, 2, 0, 1).parts();
        assertThat(parts).extracting(FactPart::planId).containsOnly(plan);
        assertThat(parts)
                .extracting(part -> part.measure() + " " + part.amount())
                .containsExactly(
                        "REGISTRATIONS_OWED 10",
                        "REGISTRATIONS_SUBMITTED 1",
                        "REGISTRATIONS_ACCEPTED 6",
                        "REGISTRATIONS_EXEMPT 2",
                        "REGISTRATIONS_RETURNED 0",
                        "REGISTRATIONS_LATE 1");
    }
}
