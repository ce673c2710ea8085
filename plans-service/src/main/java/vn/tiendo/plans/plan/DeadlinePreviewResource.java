package vn.tiendo.plans.plan;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.tiendo.kit.problem.FieldError;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.plans.calendar.CalendarService;
import vn.tiendo.plans.deadline.Occurrences;
import vn.tiendo.plans.deadline.RollOff;
import vn.tiendo.plans.plan.DeadlineApi.Preview;
import vn.tiendo.plans.plan.DeadlineApi.PreviewRequest;
import vn.tiendo.plans.plan.DeadlineApi.ReadOccurrence;

/// Shows how a deadline that is being written will be read.
@Path("/api/v1/deadline-previews")
@Tag(name = "deadlines")
public class DeadlinePreviewResource {

    @Inject
    CalendarService calendar;

    @POST
    @Operation(summary = "Read a deadline into its occurrences, step by step; nothing is stored")
    public Preview preview(@Valid @NotNull PreviewRequest request) {
        var faults = request.deadline().faults();
        if (!faults.isEmpty()) {
            throw new KitProblem.MalformedRequest(faults.stream()
                    .map(fault -> new FieldError(
                            "deadline." + fault.field(), fault.reason().name()))
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
}
