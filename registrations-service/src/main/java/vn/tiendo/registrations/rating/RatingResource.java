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
import vn.tiendo.registrations.rating.RatingApi.Appraisal;
import vn.tiendo.registrations.rating.RatingApi.Cancellation;
import vn.tiendo.registrations.rating.RatingApi.Complaint;
import vn.tiendo.registrations.rating.RatingApi.GradeDecision;
import vn.tiendo.registrations.rating.RatingApi.GradeProposal;
import vn.tiendo.registrations.rating.RatingApi.NewRatings;
import vn.tiendo.registrations.rating.RatingApi.RatingDetail;
import vn.tiendo.registrations.rating.RatingApi.RatingPage;
import vn.tiendo.registrations.rating.RatingApi.RatingView;
import vn.tiendo.registrations.rating.RatingApi.RatingsOpened;
import vn.tiendo.registrations.rating.RatingApi.SelfScore;
import vn.tiendo.registrations.rating.RatingApi.Verification;
import vn.tiendo.registrations.rating.RatingRepository.Filter;

@Path("/api/v1/ratings")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "ratings")
public class RatingResource {

    @Inject
    RatingService ratings;

    @Inject
    RatingOpening opening;

    @Inject
    RatingDecisions decisions;

    @POST
    @Operation(summary = "Open the ratings of collectives or persons in a peer group, all of them or none")
    @APIResponseSchema(value = RatingsOpened.class, responseCode = "201")
    public Response open(@Valid @NotNull NewRatings request) {
        var opened = opening.open(request.groupId(), request.subjects());
        return Response.created(URI.create("/api/v1/ratings?group=" + request.groupId()))
                .entity(new RatingsOpened(opened.stream().map(RatingView::of).toList()))
                .build();
    }

    @GET
    @Operation(
            summary = "List own ratings (mine=true), or those of organisations in reach; reading others' is recorded")
    @APIResponseSchema(RatingPage.class)
    public Response list(
            @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("group") @Nullable UUID group,
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("quarter") @Nullable Integer quarter,
            @QueryParam("status") @Nullable RatingStatus status,
            @QueryParam("mine") boolean mine,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var filter = new Filter(group, year, quarter, status);
        var found = mine ? ratings.own(filter, page) : ratings.page(organisation, filter, page);
        return Page.of(found, page, each -> new Cursor("", each.id()))
                .map(RatingView::of)
                .toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a rating with its texts; reading another person's is recorded")
    @APIResponseSchema(RatingDetail.class)
    public Response read(@PathParam("id") UUID id) {
        var rating = ratings.read(id);
        return Response.ok(RatingDetail.of(rating, ratings.quartersOf(rating)))
                .tag(ETags.of(rating.version()))
                .build();
    }

    @POST
    @Path("/{id}/self-score")
    @Operation(summary = "Score oneself, or the collective that one speaks for")
    @APIResponseSchema(RatingView.class)
    public Response scoreSelf(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull SelfScore request) {
        return answer(ratings.scoreSelf(id, ifMatch, request.points(), request.note()));
    }

    @POST
    @Path("/{id}/appraisal")
    @Operation(
            summary =
                    "Appraise a self-score, or without one for a reason, with what became of the member's registrations")
    @APIResponseSchema(RatingView.class)
    public Response appraise(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Appraisal request) {
        return answer(ratings.appraise(id, ifMatch, request.findings()));
    }

    @POST
    @Path("/{id}/proposal")
    @Operation(summary = "Propose a grade that the appraised points allow")
    @APIResponseSchema(RatingView.class)
    public Response propose(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull GradeProposal request) {
        return answer(ratings.propose(id, ifMatch, request.grade()));
    }

    @POST
    @Path("/{id}/decision")
    @Operation(summary = "Decide a grade, in the order and under the cap of the regulation")
    @APIResponseSchema(RatingView.class)
    public Response decide(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull GradeDecision request) {
        return answer(decisions.decide(id, ifMatch, new Rating.Decision(request.grade(), request.reason())));
    }

    @POST
    @Path("/{id}/complaint")
    @Operation(summary = "Object to a rating: nothing is decided or final until it is verified again")
    @APIResponseSchema(RatingView.class)
    public Response complain(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Complaint request) {
        return answer(ratings.complain(id, ifMatch, request.complaint()));
    }

    @POST
    @Path("/{id}/verification")
    @Operation(summary = "Record what verifying a rating again has found")
    @APIResponseSchema(RatingView.class)
    public Response verify(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Verification request) {
        return answer(ratings.verify(id, ifMatch, request.upheld(), request.verification()));
    }

    @POST
    @Path("/{id}/cancellation")
    @Operation(summary = "Withdraw a rating that is not final: it stays readable and counts no more")
    @APIResponseSchema(RatingView.class)
    public Response cancel(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Cancellation request) {
        return answer(decisions.cancel(id, ifMatch, request.reason()));
    }

    @POST
    @Path("/{id}/finalisation")
    @Operation(summary = "Make a decided rating final")
    @APIResponseSchema(RatingView.class)
    public Response finish(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(ratings.finish(id, ifMatch));
    }

    private static Response answer(Rating rating) {
        return Response.ok(RatingView.of(rating))
                .tag(ETags.of(rating.version()))
                .build();
    }
}
