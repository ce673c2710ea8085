package vn.tiendo.plans.organisation;

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
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.organisation.RestructuringApi.NewRestructuring;
import vn.tiendo.plans.organisation.RestructuringApi.RehearsalView;
import vn.tiendo.plans.organisation.RestructuringApi.RestructuringPage;
import vn.tiendo.plans.organisation.RestructuringApi.RestructuringView;

@Path("/api/v1/restructurings")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "restructurings")
public class RestructuringResource {

    @Inject
    RestructuringService restructurings;

    @Inject
    CurrentActor actor;

    @POST
    @Operation(
            summary = "Rename, move, merge, split and dissolve organisations under one decision",
            description = "With dryRun=true the same is done and undone, and the answer (200) says what would happen."
                    + " A later effective day keeps the restructuring planned until then. One that touches more than can"
                    + " be waited for is checked at the organisations that it names and accepted (202); read it at its"
                    + " Location until its status is APPLIED or FAILED.")
    @APIResponseSchema(value = RestructuringView.class, responseCode = "201")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content = @Content(schema = @Schema(implementation = RestructuringView.class)))
    public Response decide(@QueryParam("dryRun") @Nullable Boolean dryRun, @Valid @NotNull NewRestructuring request) {
        if (Boolean.TRUE.equals(dryRun)) {
            return Response.ok(new RehearsalView(request.effectiveOn(), restructurings.rehearse(request, actor.get())))
                    .build();
        }
        var restructuring = restructurings.decide(request, actor.get());
        var done = restructuring.status() != Restructuring.Status.ACCEPTED;
        return Response.status(done ? Status.CREATED : Status.ACCEPTED)
                .location(URI.create("/api/v1/restructurings/" + restructuring.id()))
                .tag(ETags.of(restructuring.version()))
                .entity(RestructuringView.of(restructuring))
                .build();
    }

    @GET
    @Operation(summary = "List the restructurings that touch organisations in reach")
    @APIResponseSchema(RestructuringPage.class)
    public Response list(
            @QueryParam("status") Restructuring.@Nullable Status status,
            @QueryParam("organisation") @Nullable UUID organisation,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(
                        restructurings.list(actor.get(), status, organisation, page),
                        page,
                        found -> new Cursor("", found.id()))
                .map(RestructuringView::of)
                .toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a restructuring")
    @APIResponseSchema(RestructuringView.class)
    public Response get(@PathParam("id") UUID id) {
        return answer(restructurings.get(id, actor.get()));
    }

    @POST
    @Path("/{id}/cancellation")
    @Operation(
            summary = "Call off a restructuring that is not applied yet",
            description = "While it is being carried out this answers 503; then it is applied, or can be called off.")
    @APIResponseSchema(RestructuringView.class)
    public Response cancel(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(restructurings.cancel(id, ifMatch, actor.get()));
    }

    private static Response answer(Restructuring restructuring) {
        return Response.ok(RestructuringView.of(restructuring))
                .tag(ETags.of(restructuring.version()))
                .build();
    }
}
