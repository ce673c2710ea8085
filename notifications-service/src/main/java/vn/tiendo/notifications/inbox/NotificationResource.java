package vn.tiendo.notifications.inbox;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
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
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.notifications.inbox.InboxFilter.Box;
import vn.tiendo.notifications.inbox.NotificationApi.AcknowledgeNotification;
import vn.tiendo.notifications.inbox.NotificationApi.Changed;
import vn.tiendo.notifications.inbox.NotificationApi.Chosen;
import vn.tiendo.notifications.inbox.NotificationApi.InboxPage;
import vn.tiendo.notifications.inbox.NotificationApi.NotificationView;
import vn.tiendo.notifications.inbox.NotificationApi.Sighting;
import vn.tiendo.notifications.inbox.NotificationApi.Snooze;

@Path("/api/v1/notifications")
@Idempotent
public class NotificationResource {

    @Inject
    NotificationService notifications;

    @Inject
    NotificationStreams streams;

    @Inject
    CurrentActor currentActor;

    @GET
    @Operation(
            summary = "List the own notifications, newest first",
            description =
                    "With `after`, the id of an event of the stream or the position of a notification, those that came"
                            + " since, oldest first; with the box ALL also what was filed away or put aside meanwhile.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the inbox",
            content = @Content(schema = @Schema(implementation = InboxPage.class)))
    public Response list(
            @QueryParam("box") @DefaultValue("INBOX") Box box,
            @QueryParam("unread") @DefaultValue("false") boolean unread,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("plan") @Nullable UUID plan,
            @QueryParam("after") @Nullable String after,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var since = after == null ? null : Long.valueOf(Positions.parse(after));
        var inbox = notifications.own(new InboxFilter(box, unread, kind, plan, since), page);
        return Response.fromResponse(new Page<>(inbox.items(), inbox.nextCursor()).toResponse(uri))
                .entity(inbox)
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Get an own notification")
    @APIResponse(
            responseCode = "200",
            description = "The notification",
            content = @Content(schema = @Schema(implementation = NotificationView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(notifications.get(id));
    }

    @POST
    @Path("/{id}/acknowledgement")
    @Operation(summary = "Answer a notification: received, or cannot do and why")
    @APIResponse(
            responseCode = "200",
            description = "The notification",
            content = @Content(schema = @Schema(implementation = NotificationView.class)))
    public Response acknowledge(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull AcknowledgeNotification request) {
        return answer(notifications.acknowledge(id, request, ifMatch));
    }

    @POST
    @Path("/{id}/reading")
    @Operation(summary = "Mark a notification as read")
    @APIResponse(
            responseCode = "200",
            description = "The notification",
            content = @Content(schema = @Schema(implementation = NotificationView.class)))
    public Response read(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(notifications.read(id, ifMatch));
    }

    @POST
    @Path("/{id}/snooze")
    @Operation(summary = "Put a notification aside; it comes back unread")
    @APIResponseSchema(NotificationView.class)
    public Response snooze(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Snooze request) {
        return answer(notifications.snooze(id, request.until(), ifMatch));
    }

    @POST
    @Path("/{id}/archiving")
    @Operation(summary = "File a notification away")
    @APIResponseSchema(NotificationView.class)
    public Response archive(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(notifications.archive(id, ifMatch));
    }

    @POST
    @Path("/{id}/taking-back")
    @Operation(summary = "Take a notification back into the inbox, filed away or put aside before")
    @APIResponseSchema(NotificationView.class)
    public Response takeBack(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(notifications.takeBack(id, ifMatch));
    }

    @POST
    @Path("/readings")
    @Operation(summary = "Mark up to 200 own notifications as read")
    @APIResponseSchema(Changed.class)
    public Response readAll(@Valid @NotNull Chosen chosen) {
        return Response.ok(new Changed(notifications.readAll(chosen.ids()))).build();
    }

    @POST
    @Path("/archivings")
    @Operation(summary = "File up to 200 own notifications away")
    @APIResponseSchema(Changed.class)
    public Response archiveAll(@Valid @NotNull Chosen chosen) {
        return Response.ok(new Changed(notifications.archiveAll(chosen.ids()))).build();
    }

    @POST
    @Path("/sightings")
    @Operation(summary = "Say that the inbox was looked into, up to its newest notification")
    @APIResponseSchema(Changed.class)
    public Response seen(@Valid @NotNull Sighting sighting) {
        return Response.ok(new Changed(notifications.seen(sighting.upTo()))).build();
    }

    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @Operation(
            summary = "Receive own notifications as they arrive",
            description = "Server-sent events named `notification`. With `Last-Event-ID` those that came since are sent"
                    + " first. The stream ends after some minutes; reconnect with the last id.")
    @APIResponse(
            responseCode = "200",
            description = "Notifications, oldest first",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = NotificationView.class)))
    public Multi<OutboundSseEvent> stream(
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId, @Context Sse sse) {
        var actor = currentActor.withoutPosts();
        return streams.open(new Addressee(actor.issuer(), actor.subject()), lastEventId, sse);
    }

    private static Response answer(Notification notification) {
        return Response.ok(NotificationView.of(notification))
                .tag(ETags.of(notification.version()))
                .build();
    }
}
