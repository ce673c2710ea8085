package vn.tiendo.notifications.broadcast;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import vn.tiendo.notifications.broadcast.BroadcastApi.BroadcastChange;
import vn.tiendo.notifications.broadcast.BroadcastApi.BroadcastPage;
import vn.tiendo.notifications.broadcast.BroadcastApi.BroadcastView;
import vn.tiendo.notifications.broadcast.BroadcastApi.NewBroadcast;
import vn.tiendo.notifications.broadcast.BroadcastApi.Scheduling;
import vn.tiendo.notifications.broadcast.BroadcastApi.Trial;
import vn.tiendo.notifications.broadcast.BroadcastApi.TrialView;

@Path("/api/v1/broadcasts")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "broadcasts")
public class BroadcastResource {

    @Inject
    BroadcastService broadcasts;

    @Inject
    CurrentActor actor;

    @POST
    @Operation(summary = "Write a message to an organisation and everything below it; nothing is sent yet")
    @APIResponseSchema(value = BroadcastView.class, responseCode = "201")
    public Response write(@Valid @NotNull NewBroadcast content) {
        var broadcast = broadcasts.write(content, actor.get());
        return Response.created(URI.create("/api/v1/broadcasts/" + broadcast.id()))
                .tag(ETags.of(broadcast.version()))
                .entity(BroadcastView.of(broadcast))
                .build();
    }

    @GET
    @Operation(summary = "List the broadcasts within reach")
    @APIResponseSchema(BroadcastPage.class)
    public Response list(
            @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("status") @Nullable BroadcastStatus status,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(
                        broadcasts.list(actor.get(), organisation, status, page),
                        page,
                        broadcast -> new Cursor("", broadcast.id()))
                .map(BroadcastView::of)
                .toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a broadcast, how many it is for and how many have it")
    @APIResponseSchema(BroadcastView.class)
    public Response get(@PathParam("id") UUID id) {
        return answer(broadcasts.get(id, actor.get()));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change a draft; its recipients have to be counted again")
    @APIResponseSchema(BroadcastView.class)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull BroadcastChange content) {
        return answer(broadcasts.change(id, ifMatch, content, actor.get()));
    }

    @POST
    @Path("/{id}/counting")
    @Operation(summary = "Have the recipients counted; read the broadcast until they are")
    @APIResponseSchema(value = BroadcastView.class, responseCode = "202")
    public Response count(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var broadcast = broadcasts.requestCount(id, ifMatch, actor.get());
        return Response.accepted(BroadcastView.of(broadcast))
                .tag(ETags.of(broadcast.version()))
                .build();
    }

    @POST
    @Path("/{id}/trials")
    @Operation(summary = "Send it to yourself and to a few others, marked as a trial")
    @APIResponseSchema(TrialView.class)
    public Response tryOut(@PathParam("id") UUID id, @Valid @NotNull Trial trial) {
        return Response.ok(new TrialView(broadcasts.tryOut(id, trial, actor.get())))
                .build();
    }

    @POST
    @Path("/{id}/scheduling")
    @Operation(summary = "Say when it goes out, once its recipients have been counted")
    @APIResponseSchema(BroadcastView.class)
    public Response schedule(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Scheduling scheduling) {
        return answer(broadcasts.schedule(id, ifMatch, scheduling, actor.get()));
    }

    @POST
    @Path("/{id}/cancellation")
    @Operation(summary = "Call it off; while it is being sent, those who have it keep it and the rest get nothing")
    @APIResponseSchema(BroadcastView.class)
    public Response cancel(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(broadcasts.cancel(id, ifMatch, actor.get()));
    }

    private static Response answer(Broadcast broadcast) {
        return Response.ok(BroadcastView.of(broadcast))
                .tag(ETags.of(broadcast.version()))
                .build();
    }
}
