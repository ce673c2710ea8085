package vn.tiendo.plans.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.activity.ActivityApi.FindingCounts;
import vn.tiendo.plans.activity.ActivityApi.Subject;
import vn.tiendo.plans.obligation.ObligationKind;

/// The public state on `plans.activity.v1`; notes, programmes and the texts of findings stay in the API.
///
/// @param findings how many an inspection has, by what became of them
@JsonInclude(JsonInclude.Include.NON_NULL)
record ActivityEvent(
        UUID id,
        UUID organisationId,
        ObligationKind kind,
        @Nullable String form,
        Activity.Status status,
        @Nullable LocalDate plannedOn,
        @Nullable LocalDate heldOn,
        @Nullable Integer attendance,
        @Nullable Integer membersReviewed,
        @Nullable String quarter,
        List<UUID> subjectOrganisationIds,
        @Nullable FindingCounts findings,
        List<UUID> obligationIds,
        Instant recordedAt,
        @Nullable Instant correctedAt,
        @Nullable Instant cancelledAt) {

    static ActivityEvent of(Activity activity) {
        return new ActivityEvent(
                activity.id(),
                activity.organisationId(),
                activity.kind(),
                activity.told().form(),
                activity.status(),
                activity.told().plannedOn(),
                activity.told().heldOn(),
                activity.told().attendance(),
                activity.told().membersReviewed(),
                activity.told().quarter(),
                activity.subjects().stream()
                        .map(Subject::organisationId)
                        .distinct()
                        .toList(),
                activity.findings(),
                activity.obligations(),
                activity.recordedAt(),
                activity.correctedAt(),
                activity.cancelledAt());
    }
}
