package vn.tiendo.plans.feed;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.feed.CalendarFeedApi.FeedPage;
import vn.tiendo.plans.feed.CalendarFeedApi.FeedView;
import vn.tiendo.plans.feed.CalendarFeedApi.MadeFeed;
import vn.tiendo.plans.feed.CalendarFeedApi.NewFeed;

/// Not `@Idempotent`: that would keep the answer, and the answer holds the secret. The feed itself knows its request.
@Path("/api/v1/calendar-feeds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar-feeds")
public class CalendarFeedResource {

    private static final String ICALENDAR = "text/calendar;charset=UTF-8";
    private static final int SECONDS_TO_KEEP = 900;

    @Inject
    CalendarFeedService feeds;

    @Inject
    CurrentActor actor;

    @POST
    @Operation(summary = "Make a calendar feed of an organisation or of the own posts; its address is shown this once")
    @APIResponseSchema(value = MadeFeed.class, responseCode = "201")
    public Response make(
            @HeaderParam("Idempotency-Key") @Size(min = 8, max = 64) @Nullable String key,
            @Valid @NotNull NewFeed request) {
        var made = feeds.make(request, key, actor.get());
        return Response.created(
                        URI.create("/api/v1/calendar-feeds/" + made.feed().id()))
                .tag(ETags.of(made.feed().version()))
                .cacheControl(unkept())
                .entity(MadeFeed.of(made.feed(), made.token()))
                .build();
    }

    @GET
    @Operation(summary = "List the own calendar feeds")
    @APIResponseSchema(FeedPage.class)
    public Response list(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(feeds.list(actor.get(), page), page, found -> new Cursor("", found.id()))
                .map(FeedView::of)
                .toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read an own calendar feed")
    @APIResponseSchema(FeedView.class)
    public Response get(@PathParam("id") UUID id) {
        var feed = feeds.get(id, actor.get());
        return Response.ok(FeedView.of(feed)).tag(ETags.of(feed.version())).build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Revoke a calendar feed; its address shows nothing from now on")
    public Response revoke(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        feeds.revoke(id, ifMatch, actor.get());
        return Response.noContent().build();
    }

    @GET
    @Path("/{token: " + FeedToken.FORM + "}.ics")
    @Produces(ICALENDAR)
    @PermitAll
    @SecurityRequirements
    @Operation(summary = "Read a feed as iCalendar; the address is the secret, no token is needed")
    public Response read(@PathParam("token") String token, @Context Request request) {
        var text = feeds.read(new FeedToken(token));
        var tag = new EntityTag(FeedToken.sha256(text));
        var known = request.evaluatePreconditions(tag);
        return (known == null ? Response.ok(text).type(ICALENDAR) : known)
                .tag(tag)
                .cacheControl(shortly())
                .header("Content-Disposition", "inline; filename=\"tien-do.ics\"")
                .build();
    }

    private static CacheControl shortly() {
        var control = new CacheControl();
        control.setPrivate(true);
        control.setMaxAge(SECONDS_TO_KEEP);
        return control;
    }

    private static CacheControl unkept() {
        var control = new CacheControl();
        control.setNoStore(true);
        return control;
    }
}
