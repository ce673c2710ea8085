package vn.tiendo.plans.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.problem.FieldError;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.plans.assignment.AssignmentService;
import vn.tiendo.plans.calendar.CalendarService;
import vn.tiendo.plans.deadline.Deadline;
import vn.tiendo.plans.deadline.Occurrence;
import vn.tiendo.plans.deadline.Occurrences;
import vn.tiendo.plans.deadline.RollOff;
import vn.tiendo.plans.obligation.ObligationService;

/// Shows how a deadline is read: for one that is being written, and for one that binds.
@Path("/api/v1")
@Tag(name = "deadlines")
public class DeadlineResource {

    @Inject
    CalendarService calendar;

    @Inject
    AssignmentService assignments;

    @Inject
    ObligationService obligations;

    @Inject
    PlanRepository plans;

    @Inject
    CurrentActor actor;

    /// @param namedDayCounts whether "trước ngày D" lets D itself count; absent means no
    public record PreviewRequest(
            @NotNull @Valid Deadline deadline,
            @NotNull LocalDate periodFrom,
            @Nullable LocalDate periodTo,
            @Nullable RollOff rollOff,
            @Nullable Boolean namedDayCounts) {}

    /// @param dueAt the first instant that is too late
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReadOccurrence(
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

    public record Preview(List<ReadOccurrence> occurrences) {}

    /// @param dueDay last on-time day that holds now
    /// @param movedByHand it is no longer the day that the document gives
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Explanation(
            @Nullable Deadline deadline,
            @Nullable ReadOccurrence reading,
            @Nullable LocalDate dueDay,
            @Nullable Instant dueAt,
            boolean movedByHand) {}

    @POST
    @Path("/deadline-previews")
    @Operation(summary = "Read a deadline into its occurrences, step by step; nothing is stored")
    public Preview preview(@Valid @NotNull PreviewRequest request) {
        var faults = request.deadline().faults();
        if (!faults.isEmpty()) {
            throw new KitProblem.MalformedRequest(faults.stream()
                    .map(field -> new FieldError(
                            "deadline." + field, request.deadline().type().name()))
                    .toList());
        }
        var reading = new Occurrences(
                request.periodFrom(),
                request.periodTo(),
                Boolean.TRUE.equals(request.namedDayCounts()),
                request.rollOff() == null ? RollOff.NONE : request.rollOff(),
                calendar.workingDays());
        return new Preview(
                reading.of(request.deadline()).stream().map(ReadOccurrence::of).toList());
    }

    @GET
    @Path("/assignments/{id}/explanation")
    @Operation(summary = "Explain how the date of an assignment came about")
    public Explanation explain(@PathParam("id") UUID id) {
        var assignment = assignments.seenBy(id, actor.get());
        var plan = plans.findById(assignment.planId());
        var obligation = obligations.find(assignment.obligationId()).orElseThrow();
        var read = obligation
                .occurrences(new Occurrences(
                        plan.periodFrom(),
                        plan.periodTo(),
                        plan.namedDayCounts(),
                        plan.rollOff(),
                        calendar.workingDays()))
                .stream()
                .filter(occurrence -> occurrence.label().equals(assignment.occurrence()))
                .findFirst();
        return new Explanation(
                obligation.deadline(),
                read.map(ReadOccurrence::of).orElse(null),
                assignment.dueDay(),
                assignment.dueAt(),
                !Objects.equals(
                        assignment.dueDay(), read.map(Occurrence::lastDay).orElse(null)));
    }
}
