package vn.tiendo.plans.plan;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.plans.assignment.Assignment;
import vn.tiendo.plans.assignment.AssignmentService;
import vn.tiendo.plans.deadline.Occurrence;
import vn.tiendo.plans.deadline.Occurrence.Rule;
import vn.tiendo.plans.deadline.Occurrence.Step;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.obligation.ObligationService;
import vn.tiendo.plans.plan.CalendarChangeApi.Move;
import vn.tiendo.plans.plan.DeadlineApi.DocumentIdentity;
import vn.tiendo.plans.plan.DeadlineApi.ExplainedStep;
import vn.tiendo.plans.plan.DeadlineApi.Explanation;
import vn.tiendo.plans.plan.DeadlineApi.ReadOccurrence;
import vn.tiendo.plans.plan.DeadlineApi.Reading;

/// Shows how the date of an assignment came about. It needs the plan's period and reading, so it stands with the plans.
@Path("/api/v1/assignments/{id}/explanation")
@Produces(MediaType.APPLICATION_JSON)
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
    ReachRepository reach;

    @Inject
    MovedDeadlineRepository moved;

    @Inject
    CurrentActor actor;

    @GET
    @Operation(summary = "Explain how the date of an assignment came about, and from which sentence")
    @APIResponseSchema(Explanation.class)
    public Response explain(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        var sentences = DeadlineSentences.in(headers.getAcceptableLanguages());
        var assignment = assignments.seenBy(id, actor.get());
        var plan = plans.findById(assignment.planId());
        var obligation = obligations.find(assignment.obligationId()).orElseThrow();
        var read = reading.of(plan, obligation).apply(assignment.organisationPath()).stream()
                .filter(occurrence -> occurrence.label().equals(assignment.occurrence()))
                .findFirst()
                .orElse(null);
        return Response.ok(explanation(assignment, plan, obligation, read, sentences))
                .tag(ETags.of(assignment.version()))
                .language(sentences.language())
                .build();
    }

    private Explanation explanation(
            Assignment assignment,
            Plan plan,
            Obligation obligation,
            @Nullable Occurrence read,
            DeadlineSentences sentences) {
        var words = obligation.words();
        var moves = moved.of(assignment.id());
        var tier = DeadlineReading.tierOf(assignment.organisationPath(), plan.organisationPath());
        return new Explanation(
                assignment.id(),
                identityOf(plan),
                obligation.code(),
                obligation.subject(),
                obligation.deadline() == null ? null : obligation.deadline().raw(),
                obligation.quote(),
                words.quoteParts(),
                words.deadlineQuote(),
                obligation.deadline(),
                new Reading(
                        plan.words().periodFrom(),
                        plan.words().periodTo(),
                        plan.namedDayCounts(),
                        plan.words().rollOff()),
                read == null ? null : ReadOccurrence.of(read, tier, sentences),
                shifts(assignment, read, moves).stream()
                        .map(step -> ExplainedStep.of(step, sentences))
                        .toList(),
                assignment.dueDay(),
                assignment.dueAt(),
                assignment.openUntil(),
                assignment.isDueByHand(),
                moves);
    }

    private DocumentIdentity identityOf(Plan plan) {
        return new DocumentIdentity(
                plan.id(),
                plan.words().type(),
                plan.words().number(),
                plan.words().symbol(),
                plan.words().issueDate(),
                plan.organisationId(),
                reach.find(plan.organisationId()).map(KnownOrganisation::name).orElse(null),
                plan.words().title());
    }

    private static List<Step> shifts(Assignment assignment, @Nullable Occurrence read, List<Move> moves) {
        var shifts = new ArrayList<Step>();
        moves.forEach(move -> shifts.add(new Step(Rule.MOVED_BY_CALENDAR, move.to(), Map.of("reason", move.reason()))));
        if (assignment.isDueByHand()) {
            var first = read == null || read.lastDay() == null;
            shifts.add(
                    new Step(first ? Rule.SET_BY_HAND : Rule.EXTENDED_BY_HAND, assignment.dueDay(), why(assignment)));
        }
        if (assignment.returnedUntil() != null) {
            shifts.add(new Step(
                    Rule.RETURNED_UNTIL, Days.dayOf(assignment.returnedUntil().minusMillis(1))));
        }
        if (assignment.waivedAt() != null) {
            shifts.add(new Step(Rule.WAIVED, Days.dayOf(assignment.waivedAt()), why(assignment)));
        }
        return shifts;
    }

    private static Map<String, String> why(Assignment assignment) {
        return assignment.reason() == null ? Map.of() : Map.of("reason", assignment.reason());
    }
}
