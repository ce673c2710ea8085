package vn.tiendo.plans.activity;

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
import java.time.LocalDate;
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
import vn.tiendo.plans.activity.ActivityApi.ActivityContent;
import vn.tiendo.plans.activity.ActivityApi.ActivityPage;
import vn.tiendo.plans.activity.ActivityApi.ActivityView;
import vn.tiendo.plans.activity.ActivityApi.Cancellation;
import vn.tiendo.plans.activity.ActivityApi.Correction;
import vn.tiendo.plans.activity.ActivityApi.CorrectionPage;
import vn.tiendo.plans.activity.ActivityApi.CorrectionView;
import vn.tiendo.plans.assignment.CountedAssignments;
import vn.tiendo.plans.obligation.ObligationKind;

@Path("/api/v1/activities")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "activities")
public class ActivityResource {

    private static final String NOWHERE = "?/";

    @Inject
    ActivityService activities;

    @Inject
    CountedAssignments counted;

    @Inject
    ReachRepository organisations;

    @Inject
    CurrentActor actor;

    @POST
    @Operation(summary = "Plan something, or record something that was held")
    @APIResponseSchema(value = ActivityView.class, responseCode = "201")
    public Response record(@Valid @NotNull ActivityContent content) {
        var activity = activities.record(content, actor.get());
        return Response.created(URI.create("/api/v1/activities/" + activity.id()))
                .tag(ETags.of(activity.version()))
                .entity(view(activity))
                .build();
    }

    @GET
    @Operation(summary = "List the activities in reach")
    @APIResponseSchema(ActivityPage.class)
    public Response list(
            @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("kind") @Nullable ObligationKind kind,
            @QueryParam("status") Activity.@Nullable Status status,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("obligation") @Nullable UUID obligation,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var below = organisation == null ? null : pathOf(organisation);
        var found = Page.of(
                activities.list(actor.get(), new ActivityFilter(below, kind, status, from, to, obligation), page),
                page,
                each -> new Cursor("", each.id()));
        var progress = counted.progressOf(found.items().stream()
                .flatMap(each -> each.countedFor().stream())
                .distinct()
                .toList());
        return found.map(each -> ActivityView.of(each, progress)).toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read an activity, and how what it counts to stands")
    @APIResponseSchema(ActivityView.class)
    public Response get(@PathParam("id") UUID id) {
        return answer(activities.get(id, actor.get()));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Rewrite what is only planned")
    @APIResponseSchema(ActivityView.class)
    public Response replan(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ActivityContent content) {
        return answer(activities.replan(id, ifMatch, content, actor.get()));
    }

    @POST
    @Path("/{id}/holding")
    @Operation(summary = "Record that what was planned has been held")
    @APIResponseSchema(ActivityView.class)
    public Response hold(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ActivityContent content) {
        return answer(activities.hold(id, ifMatch, content, actor.get()));
    }

    @POST
    @Path("/{id}/correction")
    @Operation(summary = "Put a record right, with a reason; what it said before is kept")
    @APIResponseSchema(ActivityView.class)
    public Response correct(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Correction correction) {
        return answer(activities.correct(id, ifMatch, correction, actor.get()));
    }

    @GET
    @Path("/{id}/corrections")
    @Operation(summary = "Show what a record said before it was put right, oldest first")
    @APIResponseSchema(CorrectionPage.class)
    public Response corrections(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(activities.corrections(id, actor.get(), page), page, each -> new Cursor("", each.id()))
                .map(each -> new CorrectionView(each.id(), each.reason(), each.correctedAt(), each.before()))
                .toResponse(uri);
    }

    @POST
    @Path("/{id}/cancellation")
    @Operation(summary = "Cancel a plan or a record, with a reason; it no longer counts")
    @APIResponseSchema(ActivityView.class)
    public Response cancel(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Cancellation cancellation) {
        return answer(activities.cancel(id, ifMatch, cancellation.reason(), actor.get()));
    }

    /// An organisation that nobody knows filters like one out of reach: nothing is found, and nothing is given away.
    private String pathOf(UUID organisation) {
        return organisations.find(organisation).map(KnownOrganisation::path).orElse(NOWHERE);
    }

    private ActivityView view(Activity activity) {
        return ActivityView.of(activity, counted.progressOf(activity.countedFor()));
    }

    private Response answer(Activity activity) {
        return Response.ok(view(activity)).tag(ETags.of(activity.version())).build();
    }
}
