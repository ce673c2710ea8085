package vn.tiendo.plans.plan;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.plan.PlanApi.NextYearRequest;
import vn.tiendo.plans.plan.PlanApi.PlanPage;
import vn.tiendo.plans.plan.PlanApi.PlanView;
import vn.tiendo.plans.plan.PlanApi.RolledForwardView;

/// Plans made from plans: amendments and next year's, and how they differ.
@Path("/api/v1/plans")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "plans")
public class PlanSuccessorResource {

    @Inject
    Amendments amendments;

    @Inject
    PlanDiffs diffs;

    @Inject
    CurrentActor actor;

    @POST
    @Path("/{id}/amendments")
    @Operation(summary = "Draft an amendment with all that the issued plan has; issued, it takes the plan's place")
    @APIResponseSchema(value = PlanView.class, responseCode = "201")
    public Response amend(@PathParam("id") UUID id) {
        var draft = amendments.draft(id, actor.get());
        return Response.created(URI.create("/api/v1/plans/" + draft.id()))
                .tag(ETags.of(draft.version()))
                .entity(PlanView.of(draft))
                .build();
    }

    @GET
    @Path("/{id}/amendments")
    @Operation(summary = "List the amendments of a plan in sight")
    @APIResponseSchema(PlanPage.class)
    public Response amendments(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(amendments.of(id, actor.get(), page), page, found -> new Cursor("", found.id()))
                .map(PlanView::inList)
                .toResponse(uri);
    }

    @GET
    @Path("/{id}/diff")
    @Operation(summary = "Compare a plan with the one that it amends, or with another: fields, obligations, deadlines")
    @APIResponseSchema(PlanDiff.class)
    public Response diff(@PathParam("id") UUID id, @QueryParam("against") @Nullable UUID against) {
        return Response.ok(diffs.of(id, against, actor.get())).build();
    }

    @POST
    @Path("/{id}/roll-forwards")
    @Operation(summary = "Draft next year's plan from this one, dates moved on; with what a person must confirm")
    @APIResponseSchema(value = RolledForwardView.class, responseCode = "201")
    public Response rollForward(@PathParam("id") UUID id, @Valid @NotNull NextYearRequest request) {
        var rolled = amendments.rollForward(id, request.year(), actor.get());
        return Response.created(URI.create("/api/v1/plans/" + rolled.plan().id()))
                .tag(ETags.of(rolled.plan().version()))
                .entity(new RolledForwardView(PlanView.of(rolled.plan()), rolled.questions()))
                .build();
    }
}
