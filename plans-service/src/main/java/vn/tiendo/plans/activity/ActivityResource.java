package vn.tiendo.plans.activity;

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
import vn.tiendo.plans.activity.ActivityApi.ActivityPage;
import vn.tiendo.plans.activity.ActivityApi.ActivityView;
import vn.tiendo.plans.activity.ActivityApi.HeldActivity;

@Path("/api/v1/activities")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "activities")
public class ActivityResource {

    @Inject
    ActivityService activities;

    @Inject
    CurrentActor actor;

    @POST
    @Operation(summary = "Record something that was held")
    @APIResponseSchema(value = ActivityView.class, responseCode = "201")
    public Response record(@Valid @NotNull HeldActivity held) {
        var activity = activities.record(held, actor.get());
        return Response.created(URI.create("/api/v1/activities/" + activity.id()))
                .tag(ETags.of(activity.version()))
                .entity(ActivityView.of(activity))
                .build();
    }

    @GET
    @Operation(summary = "List the activities in reach")
    @APIResponseSchema(ActivityPage.class)
    public Response list(
            @QueryParam("organisation") @Nullable UUID organisation,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(activities.list(actor.get(), organisation, page), page, found -> new Cursor("", found.id()))
                .map(ActivityView::of)
                .toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read an activity")
    @APIResponseSchema(ActivityView.class)
    public Response get(@PathParam("id") UUID id) {
        var activity = activities.get(id, actor.get());
        return Response.ok(ActivityView.of(activity))
                .tag(ETags.of(activity.version()))
                .build();
    }

    @POST
    @Path("/{id}/cancellation")
    @Operation(summary = "Cancel a record; it no longer counts")
    @APIResponseSchema(ActivityView.class)
    public Response cancel(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var activity = activities.cancel(id, ifMatch, actor.get());
        return Response.ok(ActivityView.of(activity))
                .tag(ETags.of(activity.version()))
                .build();
    }
}
