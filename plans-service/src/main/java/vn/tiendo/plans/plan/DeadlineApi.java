package vn.tiendo.plans.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.deadline.Deadline;
import vn.tiendo.plans.deadline.Occurrence;
import vn.tiendo.plans.deadline.RollOff;

/// The JSON of how deadlines are read.
final class DeadlineApi {

    private DeadlineApi() {}

    /// @param namedDayCounts whether "trước ngày D" lets D itself count; absent means no
    record PreviewRequest(
            @NotNull @Valid Deadline deadline,
            @NotNull LocalDate periodFrom,
            @Nullable LocalDate periodTo,
            @Nullable RollOff rollOff,
            @Nullable Boolean namedDayCounts) {}

    /// @param dueAt the first instant that is too late
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReadOccurrence(
            String label,
            @Nullable LocalDate windowFrom,
            @Nullable LocalDate windowTo,
            @Nullable LocalDate lastDay,
            @Nullable Instant dueAt,
            @Nullable LocalDate proposedDay,
            List<Occurrence.Step> steps) {

        static ReadOccurrence of(Occurrence occurrence) {
            return new ReadOccurrence(
                    occurrence.label(),
                    occurrence.windowFrom(),
                    occurrence.windowTo(),
                    occurrence.lastDay(),
                    occurrence.dueAt().orElse(null),
                    occurrence.proposedDay(),
                    occurrence.steps());
        }
    }

    record Preview(List<ReadOccurrence> occurrences) {}

    /// @param dueDay last on-time day that holds now
    /// @param movedByHand it is no longer the day that the document gives
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Explanation(
            @Nullable Deadline deadline,
            @Nullable ReadOccurrence reading,
            @Nullable LocalDate dueDay,
            @Nullable Instant dueAt,
            boolean movedByHand) {}
}
