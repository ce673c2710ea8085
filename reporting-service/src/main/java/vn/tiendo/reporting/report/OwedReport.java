package vn.tiendo.reporting.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.reporting.regime.Periods;

/// The fields that reports read of `plans.assignment.v1`: an assignment to report is a report that is expected.
public record OwedReport(
        UUID id,
        UUID planId,
        UUID obligationId,
        UUID organisationId,
        String kind,
        @Nullable String form,
        @Nullable String occurrence,
        @Nullable LocalDate opensOn,
        @Nullable Instant dueAt,
        @Nullable UUID recipientOrganisationId,
        @Nullable UUID viaOrganisationId,
        @Nullable Instant returnedUntil,
        @Nullable Instant waivedAt,
        @Nullable UUID transferredToOrganisationId,
        @Nullable UUID transferredFromAssignmentId) {

    /// Incidents are reported when they happen; nobody expects them.
    private static final Set<String> EXPECTED_KINDS = Set.of(
            "RESULT_REPORT", "PERIODIC_REPORT", "INTERIM_REVIEW_REPORT", "FINAL_REVIEW_REPORT", "EXEMPT_LIST_REPORT");

    public OwedReport {
        requireNonNull(id);
        requireNonNull(planId);
        requireNonNull(obligationId);
        requireNonNull(organisationId);
        requireNonNull(kind);
    }

    /// Plans name a turn of several years by its first one, and say when it opens.
    String period() {
        var label = Objects.requireNonNullElse(occurrence, "");
        return Periods.isTurnOfYears(form, label, opensOn, dueAt) ? Periods.turnOfYears(label) : label;
    }

    /// The second of two halves has a form of its own here.
    @Nullable
    String sort() {
        return "SIX_MONTH".equals(form) && period().endsWith("-H2") ? "SECOND_HALF" : form;
    }

    public boolean isExpected() {
        return EXPECTED_KINDS.contains(kind);
    }

    /// While a report is returned its assignment shows the day of the correction, which this service has set itself.
    boolean showsCorrection() {
        return dueAt != null && dueAt.equals(returnedUntil);
    }

    /// Nobody is left to correct what was returned to the organisation that owed it.
    boolean isTransferred() {
        return transferredToOrganisationId != null;
    }

    boolean isOff() {
        return waivedAt != null || transferredToOrganisationId != null;
    }
}
