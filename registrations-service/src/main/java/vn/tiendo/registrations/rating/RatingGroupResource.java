package vn.tiendo.registrations.rating;

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
import java.util.LinkedHashMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.rating.RatingApi.GroupDecision;
import vn.tiendo.registrations.rating.RatingApi.RatingView;
import vn.tiendo.registrations.rating.RatingApi.RatingsDecided;
import vn.tiendo.registrations.rating.RatingGroupApi.NewRatingGroup;
import vn.tiendo.registrations.rating.RatingGroupApi.NewRatingRule;
import vn.tiendo.registrations.rating.RatingGroupApi.RaisedCap;
import vn.tiendo.registrations.rating.RatingGroupApi.RatingGroupPage;
import vn.tiendo.registrations.rating.RatingGroupApi.RatingGroupView;
import vn.tiendo.registrations.rating.RatingGroupApi.RatingRuleView;
import vn.tiendo.registrations.rating.RatingGroupApi.RatingRules;

@Path("/api/v1/ratings")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "rating-groups")
public class RatingGroupResource {

    @Inject
    RatingGroupService groups;

    @Inject
    RatingDecisions decisions;

    @GET
    @Path("/rules")
    @Operation(summary = "Show scale and cap of each regulation, oldest first")
    @APIResponseSchema(RatingRules.class)
    public RatingRules rules() {
        return new RatingRules(groups.rules().stream().map(RatingRuleView::of).toList());
    }

    @POST
    @Path("/rules")
    @Operation(summary = "Add the regulation that is in force from a later day on")
    @APIResponseSchema(value = RatingRuleView.class, responseCode = "201")
    public Response addRule(@Valid @NotNull NewRatingRule request) {
        return Response.created(URI.create("/api/v1/ratings/rules"))
                .entity(RatingRuleView.of(groups.addRule(request)))
                .build();
    }

    @POST
    @Path("/groups")
    @Operation(
            summary = "Form a group of collectives or persons who are compared with one another in a year or quarter")
    @APIResponseSchema(value = RatingGroupView.class, responseCode = "201")
    public Response form(@Valid @NotNull NewRatingGroup request) {
        var group = groups.form(request);
        return Response.created(URI.create("/api/v1/ratings/groups/" + group.id()))
                .tag(ETags.of(group.version()))
                .entity(group)
                .build();
    }

    @GET
    @Path("/groups")
    @Operation(summary = "List the peer groups of organisations in reach, with the numbers under the cap")
    @APIResponseSchema(RatingGroupPage.class)
    public Response list(
            @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("quarter") @Nullable Integer quarter,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(groups.page(organisation, year, quarter, page), page, each -> new Cursor("", each.id()))
                .toResponse(uri);
    }

    @GET
    @Path("/groups/{id}")
    @Operation(summary = "Read a peer group with the numbers under the cap")
    @APIResponseSchema(RatingGroupView.class)
    public Response read(@PathParam("id") UUID id) {
        return answer(groups.read(id));
    }

    @POST
    @Path("/groups/{id}/raised-cap")
    @Operation(summary = "Allow an outstanding organisation a higher cap, as the level above it")
    @APIResponseSchema(RatingGroupView.class)
    public Response raiseCap(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull RaisedCap request) {
        return answer(groups.raiseCap(id, ifMatch, request.decision()));
    }

    @POST
    @Path("/groups/{id}/decision")
    @Operation(summary = "Decide many ratings of a group at once; the cap is judged when all are counted")
    @APIResponseSchema(RatingsDecided.class)
    public Response decide(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull GroupDecision request) {
        var wanted = new LinkedHashMap<UUID, Rating.Decision>();
        request.decisions()
                .forEach(line -> wanted.put(line.ratingId(), new Rating.Decision(line.grade(), line.reason())));
        return Response.ok(new RatingsDecided(decisions.decideGroup(id, ifMatch, wanted).stream()
                        .map(RatingView::of)
                        .toList()))
                .build();
    }

    private static Response answer(RatingGroupView group) {
        return Response.ok(group).tag(ETags.of(group.version())).build();
    }
}
