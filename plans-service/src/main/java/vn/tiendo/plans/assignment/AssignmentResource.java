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
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.assignment.AssignmentApi.AssignmentPage;
import vn.tiendo.plans.assignment.AssignmentApi.AssignmentView;
import vn.tiendo.plans.assignment.AssignmentApi.Extension;
import vn.tiendo.plans.assignment.AssignmentApi.Reasoned;
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
        return Page.of(
                        assignments.list(actor.get(), filter, page),
                        page,
                        found -> AssignmentListing.position(found, filter))
                .map(assignment -> AssignmentView.of(assignment, now))
                .toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read an assignment and how it stands now")
    @APIResponseSchema(AssignmentView.class)
    public Response get(@PathParam("id") UUID id) {
        return answer(assignments.get(id, actor.get()));
    }

    @POST
    @Path("/{id}/fulfilment")
    @Operation(summary = "Mark an assignment as fulfilled, with a reason")
    @APIResponseSchema(AssignmentView.class)
    public Response fulfil(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Reasoned request) {
        return answer(assignments.fulfil(id, ifMatch, request.reason(), actor.get()));
    }

    @POST
    @Path("/{id}/waiver")
    @Operation(summary = "Waive an assignment, with a reason")
    @APIResponseSchema(AssignmentView.class)
    public Response waive(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Reasoned request) {
        return answer(assignments.waive(id, ifMatch, request.reason(), actor.get()));
    }

    @POST
    @Path("/{id}/extension")
    @Operation(summary = "Extend an assignment, or set the due day of one that has none")
    @APIResponseSchema(AssignmentView.class)
    public Response extend(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Extension request) {
        return answer(assignments.extend(id, ifMatch, request, actor.get()));
    }

    /// An organisation that nobody knows filters like one out of reach: nothing is found, and nothing is given away.
    private String pathOf(UUID organisation) {
        return organisations.find(organisation).map(KnownOrganisation::path).orElse(NOWHERE);
    }

    private Response answer(Assignment assignment) {
        return Response.ok(AssignmentView.of(assignment, clock.instant()))
                .tag(ETags.of(assignment.version()))
                .build();
    }
}
