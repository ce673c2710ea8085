package vn.tiendo.reporting.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.outbox.EventStream;

/// What happens to a report, and the public state that every event on its topic carries.
enum ReportEvent {
    EXPECTED,
    CHANGED,
    WITHDRAWN,
    PASSED_ON,
    DRAFTED,
    SUBMITTED,
    RECEIVED,
    FORWARDED,
    ACCEPTED,
    RETURNED,
    RESTATED;

    static final EventStream<Report> STREAM = new EventStream<>("reporting.report.v1", Report::state);

    /// @param assignmentId absent for incidents, which no assignment asks for
    /// @param submittedAt when this server received the newest version
    /// @param returnedUntil first instant at which a returned report is late again
    /// @param restatedAt when figures were last corrected after it was accepted
    /// @param late whether the newest version came too late
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record State(
            UUID id,
            @Nullable UUID assignmentId,
            UUID planId,
            @Nullable UUID obligationId,
            UUID organisationId,
            String kind,
            @Nullable String form,
            String occurrence,
            ReportStatus status,
            @Nullable UUID recipientOrganisationId,
            @Nullable UUID viaOrganisationId,
            @Nullable Instant dueAt,
            Instant expectedAt,
            @Nullable Instant submittedAt,
            @Nullable Instant receivedAt,
            @Nullable Instant forwardedAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant returnedAt,
            @Nullable Instant returnedUntil,
            @Nullable Instant restatedAt,
            boolean late) {

        static State of(Report report) {
            var demand = report.demand();
            var route = report.route();
            var passage = report.passage();
            return new State(
                    report.id(),
                    demand.assignmentId(),
                    demand.planId(),
                    demand.obligationId(),
                    report.organisationId(),
                    demand.kind(),
                    demand.form(),
                    demand.occurrence(),
                    report.status(),
                    route.recipientOrganisationId(),
                    route.viaOrganisationId(),
                    report.dueAt(),
                    report.expectedAt(),
                    passage.submittedAt(),
                    passage.receivedAt(),
                    passage.forwardedAt(),
                    passage.acceptedAt(),
                    passage.returnedAt(),
                    passage.returnedUntil(),
                    passage.restatedAt(),
                    passage.isLate(report.dueAt()));
        }
    }

    /// The last word of the event's type.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
