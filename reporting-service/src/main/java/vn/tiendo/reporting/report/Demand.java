package vn.tiendo.reporting.report;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What asks for a report, and for which sort of it.
///
/// @param assignmentId absent for an incident, which nothing asked to report beforehand
/// @param occurrence the period, or the day of an incident; empty where the obligation names none
@Embeddable
record Demand(
        @Nullable UUID assignmentId,
        UUID planId,
        @Nullable UUID obligationId,
        String kind,
        @Nullable String form,
        String occurrence) {

    static Demand of(OwedReport owed) {
        return new Demand(owed.id(), owed.planId(), owed.obligationId(), owed.kind(), owed.sort(), owed.period());
    }

    static Demand ofIncident(UUID plan, @Nullable UUID obligation, LocalDate day) {
        return new Demand(null, plan, obligation, "INCIDENT_REPORT", null, day.toString());
    }

    /// An amendment has taken the place of the plan: the same assignment follows from another obligation.
    ///
    /// @param begun then it is of the sort and period that it was begun for
    Demand carriedTo(OwedReport owed, boolean begun) {
        return new Demand(
                assignmentId,
                owed.planId(),
                owed.obligationId(),
                kind,
                begun ? form : owed.sort(),
                begun ? occurrence : owed.period());
    }

    /// The assignment was transferred to another one.
    Demand passedTo(OwedReport owed) {
        return new Demand(owed.id(), planId, obligationId, kind, form, occurrence);
    }
}
