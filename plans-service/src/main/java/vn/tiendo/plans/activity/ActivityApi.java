package vn.tiendo.plans.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.obligation.ObligationKind;

/// The JSON of activities.
final class ActivityApi {

    private ActivityApi() {}

    /// @param obligationIds the obligations that it counts towards
    record HeldActivity(
            @NotNull UUID organisationId,
            @NotNull ObligationKind kind,
            @NotNull LocalDate heldOn,
            @Nullable @Min(0) @Max(1_000_000) Integer attendance,
            @Nullable @Size(max = 2000) String note,
            @NotNull @Size(max = 20) List<@NotNull UUID> obligationIds) {}

    /// @param countedFor the assignments that it was counted to
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActivityView(
            UUID id,
            UUID organisationId,
            ObligationKind kind,
            LocalDate heldOn,
            Activity.Status status,
            @Nullable Integer attendance,
            @Nullable String note,
            List<UUID> obligationIds,
            List<UUID> countedFor,
            Instant recordedAt) {
        static ActivityView of(Activity activity) {
            return new ActivityView(
                    activity.id(),
                    activity.organisationId(),
                    activity.kind(),
                    activity.heldOn(),
                    activity.status(),
                    activity.attendance(),
                    activity.note(),
                    activity.obligations(),
                    activity.countedFor(),
                    activity.recordedAt());
        }
    }

    /// The public state on `plans.activity.v1`; notes stay in the API.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActivityState(
            UUID id,
            UUID organisationId,
            ObligationKind kind,
            LocalDate heldOn,
            Activity.Status status,
            @Nullable Integer attendance,
            List<UUID> obligationIds,
            Instant recordedAt) {
        static ActivityState of(Activity activity) {
            return new ActivityState(
                    activity.id(),
                    activity.organisationId(),
                    activity.kind(),
                    activity.heldOn(),
                    activity.status(),
                    activity.attendance(),
                    activity.obligations(),
                    activity.recordedAt());
        }
    }

    record ActivityPage(List<ActivityView> items, @Nullable String nextCursor) {}
}
