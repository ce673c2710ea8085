package vn.tiendo.plans.assignment;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.assignment.AssignmentApi.AssignmentPage;
import vn.tiendo.plans.assignment.AssignmentApi.AssignmentView;
import vn.tiendo.plans.assignment.AssignmentApi.ChangePage;
import vn.tiendo.plans.assignment.AssignmentApi.ChangeView;
import vn.tiendo.plans.assignment.AssignmentApi.Extension;
import vn.tiendo.plans.assignment.AssignmentApi.Mark;
import vn.tiendo.plans.assignment.AssignmentApi.Reasoned;
import vn.tiendo.plans.assignment.AssignmentApi.Transferral;
import vn.tiendo.plans.assignment.AssignmentApi.WaiverOfMany;
import vn.tiendo.plans.assignment.AssignmentApi.WaiverOutcomes;
import vn.tiendo.plans.obligation.ObligationKind;

@Path("/api/v1/assignments")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "assignments")
public class AssignmentResource {

    private static final String NOWHERE = "?/";

    @Inject
    AssignmentService assignments;

    @Inject
    AssignmentDecisions decisions;

    @Inject
    ReachRepository organisations;

    @Inject
    CurrentActor actor;

    @Inject
    Clock clock;

    @GET
    @Operation(summary = "List the assignments in reach, by due instant, or by change when asked for what has changed")
    @APIResponseSchema(AssignmentPage.class)
    public Response list(
            @QueryParam("plan") @Nullable UUID plan,
            @QueryParam("obligation") @Nullable UUID obligation,
            @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("kind") @Nullable ObligationKind kind,
            @QueryParam("occurrence") @Nullable String occurrence,
            @QueryParam("standing") List<Standing> standings,
            @QueryParam("dueFrom") @Nullable LocalDate dueFrom,
            @QueryParam("dueTo") @Nullable LocalDate dueTo,
            @QueryParam("updatedSince") @Nullable Instant updatedSince,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var filter = new AssignmentFilter(
                plan,
                obligation,
                organisation == null ? null : pathOf(organisation),
                kind,
                occurrence,
                standings.isEmpty() ? Set.of() : EnumSet.copyOf(standings),
                dueFrom,
                dueTo,
                updatedSince);
        var now = clock.instant();
        var found = Page.of(
                assignments.list(actor.get(), filter, page), page, each -> AssignmentListing.position(each, filter));
        var atRisk = assignments.atRisk(found.items());
        return found.map(assignment -> AssignmentView.of(assignment, now, riskOf(assignment, atRisk)))
                .toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read an assignment and how it stands now")
    @APIResponseSchema(AssignmentView.class)
    public Response get(@PathParam("id") UUID id) {
        var assignment = assignments.get(id, actor.get());
        var atRisk = riskOf(assignment, assignments.atRisk(List.of(assignment)));
        return Response.ok(AssignmentView.of(assignment, clock.instant(), atRisk))
                .tag(ETags.of(assignment.version()))
                .build();
    }

    @GET
    @Path("/{id}/history")
    @Operation(summary = "Read who or what changed an assignment, and when, oldest first")
    @APIResponseSchema(ChangePage.class)
    public Response history(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        var lines = Page.of(assignments.historyOf(id, actor.get(), page), page, change -> new Cursor("", change.id()))
                .map(ChangeView::of);
        if (page.after().isEmpty()) {
            var items = new ArrayList<ChangeView>();
            items.add(ChangeView.opening(assignments.get(id, actor.get())));
            items.addAll(lines.items());
            lines = new Page<>(List.copyOf(items), lines.nextCursor());
        }
        return lines.toResponse(uri);
    }

    @POST
    @Path("/{id}/fulfilment")
    @Operation(summary = "Mark an assignment as fulfilled, with a reason and what shows it")
    @APIResponseSchema(AssignmentView.class)
    public Response fulfil(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull Mark request) {
        return answer(decisions.fulfil(id, ifMatch, request, actor.get()));
    }

    @POST
    @Path("/{id}/reopening")
    @Operation(summary = "Take back a wrong mark by hand, with a reason; the facts stand as they are")
    @APIResponseSchema(AssignmentView.class)
    public Response reopen(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Reasoned request) {
        return answer(decisions.unfulfil(id, ifMatch, request.reason(), actor.get()));
    }

    @POST
    @Path("/{id}/waiver")
    @Operation(summary = "Waive an assignment, with a reason")
    @APIResponseSchema(AssignmentView.class)
    public Response waive(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Reasoned request) {
        return answer(decisions.waive(id, ifMatch, request.reason(), actor.get()));
    }

    @POST
    @Path("/waivers")
    @Operation(summary = "Waive a page of a plan's or an obligation's open assignments, with an outcome for each")
    @APIResponseSchema(WaiverOutcomes.class)
    public Response waiveMany(@Valid @NotNull WaiverOfMany request, @Valid @BeanParam PageRequest page) {
        var below = request.organisation() == null ? null : pathOf(request.organisation());
        return Response.ok(decisions.waiveMany(request, below, page, actor.get()))
                .build();
    }

    @POST
    @Path("/{id}/extension")
    @Operation(summary = "Extend an assignment before its time is up, or set the due day of one that has none")
    @APIResponseSchema(AssignmentView.class)
    public Response extend(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Extension request) {
        return answer(decisions.extend(id, ifMatch, request, actor.get()));
    }

    @POST
    @Path("/{id}/transfer")
    @Operation(summary = "Pass an open assignment on to another organisation; the answer is what that one owes")
    @APIResponseSchema(AssignmentView.class)
    public Response transfer(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Transferral request) {
        return answer(decisions.transfer(id, ifMatch, request, actor.get()));
    }

    /// An organisation that nobody knows filters like one out of reach: nothing is found, and nothing is given away.
    private String pathOf(UUID organisation) {
        return organisations.find(organisation).map(KnownOrganisation::path).orElse(NOWHERE);
    }

    private static @Nullable Boolean riskOf(Assignment assignment, Set<UUID> atRisk) {
        return assignment.isSettled() ? null : atRisk.contains(assignment.id());
    }

    private Response answer(Assignment assignment) {
        return Response.ok(AssignmentView.of(assignment, clock.instant()))
                .tag(ETags.of(assignment.version()))
                .build();
    }
}
