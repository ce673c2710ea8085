package vn.tiendo.plans.plan;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.plans.assignment.AssignmentService;
import vn.tiendo.plans.deadline.Occurrence;
import vn.tiendo.plans.obligation.ObligationService;
import vn.tiendo.plans.plan.DeadlineApi.Explanation;
import vn.tiendo.plans.plan.DeadlineApi.ReadOccurrence;

/// Shows how the date of an assignment came about. It needs the plan's period and reading, so it stands with the plans.
@Path("/api/v1/assignments/{id}/explanation")
@Tag(name = "deadlines")
public class ExplanationResource {

    @Inject
    DeadlineReading reading;

    @Inject
    AssignmentService assignments;

    @Inject
    ObligationService obligations;

    @Inject
    PlanRepository plans;

    @Inject
    CurrentActor actor;

    @GET
    @Operation(summary = "Explain how the date of an assignment came about")
    public Explanation explain(@PathParam("id") UUID id) {
        var assignment = assignments.seenBy(id, actor.get());
        var plan = plans.findById(assignment.planId());
        var obligation = obligations.find(assignment.obligationId()).orElseThrow();
        var read = reading.of(plan, obligation).apply(assignment.organisationPath()).stream()
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
