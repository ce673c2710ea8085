package vn.tiendo.plans.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Role;
import vn.tiendo.plans.assignment.CountedAssignments.Progress;
import vn.tiendo.plans.deadline.Deadline;
import vn.tiendo.plans.obligation.ObligationKind;

/// The JSON of activities.
final class ActivityApi {

    private ActivityApi() {}

    /// Groups of people that documents count; somebody may belong to several.
    enum Category {
        PARTY_MEMBER,
        CADRE,
        CIVIL_SERVANT,
        PUBLIC_EMPLOYEE,
        SOLDIER,
        YOUTH_UNION_MEMBER,
        ASSOCIATION_MEMBER,
        OTHER
    }

    /// What is planned, or was held; without heldOn it is planned.
    ///
    /// @param form THEMATIC or ROUTINE_MEETING of a meeting, and the like
    /// @param heldOn the day that the organisation states: it tells the period, never whether it was in time
    /// @param attendance how many came
    /// @param attendanceBy how many of each category came
    /// @param membersReviewed how many members were reviewed
    /// @param obligationIds the obligations that it counts towards
    /// @param inspection what only inspections and supervisions have
    record ActivityContent(
            @NotNull UUID organisationId,
            @NotNull ObligationKind kind,
            @Nullable @Size(max = 40) String form,
            @Nullable @Size(max = 500) String title,
            @Nullable LocalDate plannedOn,
            @Nullable LocalDate heldOn,
            Deadline.@Nullable @Valid Length duration,
            @Nullable @Min(0) @Max(1_000_000) Integer attendance,
            @Nullable Map<@NotNull Category, @NotNull @Min(0) @Max(1_000_000) Integer> attendanceBy,
            @Nullable @Min(0) @Max(1_000_000) Integer membersReviewed,
            @Nullable @Size(max = 2000) String note,
            @NotNull @Size(max = 20) List<@NotNull UUID> obligationIds,
            @Nullable @Valid Inspection inspection) {}

    /// @param programme the programme of inspections that it belongs to
    /// @param quarter such as `2024-Q2`
    /// @param coordinatorOrganisationIds bodies that inspect together
    /// @param findings what was found; those of a correction are added
    /// @param followUps what became of earlier findings
    record Inspection(
            @Nullable @Size(max = 1000) String programme,
            @Nullable @Pattern(regexp = "20[0-9]{2}-Q[1-4]") String quarter,
            @NotNull @Size(min = 1, max = 200) List<@Valid @NotNull Subject> subjects,
            @Nullable @Size(max = 20) List<@NotNull UUID> coordinatorOrganisationIds,
            @Nullable @Size(max = 200) List<@Valid @NotNull NewFinding> findings,
            @Nullable @Size(max = 200) List<@Valid @NotNull FollowUp> followUps) {}

    /// @param role the office-holder inspected there; absent means the organisation itself
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Subject(@NotNull UUID organisationId, @Nullable Role role) {}

    /// @param dueDay last day on which it may be put right
    record NewFinding(
            @NotNull UUID organisationId,
            @NotBlank @Size(max = 4000) String text,
            @NotNull LocalDate dueDay) {}

    /// @param outcome CLOSED when put right, CARRIED when the next inspection looks again
    /// @param dueDay the new day of what is carried
    record FollowUp(
            @NotNull UUID findingId,
            @NotNull Outcome outcome,
            @Nullable LocalDate dueDay,
            @Nullable @Size(max = 2000) String note) {
        enum Outcome {
            CLOSED,
            CARRIED
        }
    }

    /// @param activity the whole of it as it should have been recorded
    record Correction(
            @NotBlank @Size(max = 1000) String reason,
            @NotNull @Valid ActivityContent activity) {}

    record Cancellation(@NotBlank @Size(max = 1000) String reason) {}

    /// @param counts what it was counted to, and how that stands: the least fulfils, the target is shown
    /// @param recordedAt when the server received it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActivityView(
            UUID id,
            UUID organisationId,
            ObligationKind kind,
            @Nullable String form,
            @Nullable String title,
            Activity.Status status,
            @Nullable LocalDate plannedOn,
            @Nullable LocalDate heldOn,
            Deadline.@Nullable Length duration,
            @Nullable Integer attendance,
            @Nullable Map<Category, Integer> attendanceBy,
            @Nullable Integer membersReviewed,
            @Nullable String note,
            List<UUID> obligationIds,
            List<UUID> countedFor,
            List<Progress> counts,
            @Nullable String programme,
            @Nullable String quarter,
            List<Subject> subjects,
            List<UUID> coordinatorOrganisationIds,
            @Nullable FindingCounts findings,
            Instant recordedAt,
            @Nullable Instant correctedAt,
            @Nullable Instant cancelledAt,
            @Nullable String reason) {

        static ActivityView of(Activity activity, Map<UUID, Progress> progress) {
            var counted = activity.countedFor();
            return new ActivityView(
                    activity.id(),
                    activity.organisationId(),
                    activity.kind(),
                    activity.told().form(),
                    activity.told().title(),
                    activity.status(),
                    activity.told().plannedOn(),
                    activity.told().heldOn(),
                    activity.told().duration(),
                    activity.told().attendance(),
                    activity.told().attendanceBy(),
                    activity.told().membersReviewed(),
                    activity.told().note(),
                    activity.obligations(),
                    counted,
                    counted.stream()
                            .filter(progress::containsKey)
                            .map(progress::get)
                            .toList(),
                    activity.told().programme(),
                    activity.told().quarter(),
                    activity.subjects(),
                    activity.coordinators(),
                    activity.findings(),
                    activity.recordedAt(),
                    activity.correctedAt(),
                    activity.cancelledAt(),
                    activity.reason());
        }
    }

    record ActivityPage(List<ActivityView> items, @Nullable String nextCursor) {}

    record FindingCounts(int open, int closed, int carried) {}

    /// @param before the record as it stood before
    record CorrectionView(UUID id, String reason, Instant correctedAt, ActivityFacts before) {}

    record CorrectionPage(
            List<CorrectionView> items, @Nullable String nextCursor) {}

    /// What a correction may change, as it stood.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActivityFacts(
            @Nullable String form,
            @Nullable String title,
            @Nullable LocalDate plannedOn,
            @Nullable LocalDate heldOn,
            Deadline.@Nullable Length duration,
            @Nullable Integer attendance,
            @Nullable Map<Category, Integer> attendanceBy,
            @Nullable Integer membersReviewed,
            @Nullable String note,
            List<UUID> obligationIds,
            @Nullable String programme,
            @Nullable String quarter,
            List<Subject> subjects,
            List<UUID> coordinatorOrganisationIds) {
        static ActivityFacts of(Activity activity) {
            return new ActivityFacts(
                    activity.told().form(),
                    activity.told().title(),
                    activity.told().plannedOn(),
                    activity.told().heldOn(),
                    activity.told().duration(),
                    activity.told().attendance(),
                    activity.told().attendanceBy(),
                    activity.told().membersReviewed(),
                    activity.told().note(),
                    activity.obligations(),
                    activity.told().programme(),
                    activity.told().quarter(),
                    activity.subjects(),
                    activity.coordinators());
        }
    }

    /// @param carriedFrom the finding of the earlier inspection that this one goes on with
    /// @param settledBy the inspection that closed or carried it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FindingView(
            UUID id,
            UUID inspectionId,
            UUID organisationId,
            String text,
            LocalDate dueDay,
            Finding.Status status,
            boolean overdue,
            @Nullable UUID carriedFrom,
            @Nullable UUID settledBy,
            @Nullable Instant settledAt,
            @Nullable String settlement,
            Instant recordedAt) {
        static FindingView of(Finding finding, LocalDate today) {
            return new FindingView(
                    finding.id(),
                    finding.inspectionId(),
                    finding.organisationId(),
                    finding.text(),
                    finding.dueDay(),
                    finding.status(),
                    finding.status() == Finding.Status.OPEN && today.isAfter(finding.dueDay()),
                    finding.carriedFrom(),
                    finding.settledBy(),
                    finding.settledAt(),
                    finding.settlement(),
                    finding.recordedAt());
        }
    }

    record FindingPage(List<FindingView> items, @Nullable String nextCursor) {}
}
