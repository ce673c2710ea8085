package vn.tiendo.registrations.summary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The public state of a unit's numbers.
@JsonInclude(JsonInclude.Include.NON_NULL)
record SummaryEvent(
        UUID id,
        UUID campaignId,
        UUID planId,
        UUID obligationId,
        UUID assignmentId,
        UUID organisationId,
        boolean rosterFrozen,
        int owes,
        int submitted,
        int accepted,
        int exempt,
        int returned,
        int late,
        int missing,
        @Nullable Instant completedAt,
        @Nullable Instant lastReceivedAt,
        Instant asOf) {

    static SummaryEvent of(UnitSummary summary) {
        var tally = summary.tally();
        return new SummaryEvent(
                summary.id(),
                summary.campaignId(),
                summary.planId(),
                summary.obligationId(),
                summary.id(),
                summary.organisationId(),
                summary.rosterFrozen(),
                tally.owes(),
                tally.submitted(),
                tally.accepted(),
                tally.exempt(),
                tally.returned(),
                tally.late(),
                tally.missing(),
                summary.completedAt(),
                summary.lastReceivedAt(),
                summary.asOf());
    }
}
