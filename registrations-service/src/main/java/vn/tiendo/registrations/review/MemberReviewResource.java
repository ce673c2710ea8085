package vn.tiendo.registrations.review;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import vn.tiendo.registrations.review.MemberReviewApi.CoverageView;
import vn.tiendo.registrations.review.MemberReviewApi.MemberReviewPage;
import vn.tiendo.registrations.review.MemberReviewApi.MemberReviewView;
import vn.tiendo.registrations.review.MemberReviewApi.MissingMemberPage;
import vn.tiendo.registrations.review.MemberReviewApi.ReviewCancellation;
import vn.tiendo.registrations.review.MemberReviewApi.ReviewOutcomes;
import vn.tiendo.registrations.review.MemberReviewApi.ReviewsRequest;

@Path("/api/v1/members/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "member-reviews")
public class MemberReviewResource {

    @Inject
    MemberReviewService reviews;

    @POST
    @Operation(summary = "Record who was reviewed before a cell on a day, with an outcome for each member")
    @APIResponseSchema(ReviewOutcomes.class)
    public Response record(@Valid @NotNull ReviewsRequest request) {
        return Response.ok(new ReviewOutcomes(reviews.record(request))).build();
    }

    @GET
    @Operation(summary = "List own reviews (mine=true), or those of cells in reach")
    @APIResponseSchema(MemberReviewPage.class)
    public Response list(
            @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("member") @Nullable UUID member,
            @QueryParam("mine") boolean mine,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var found = mine ? reviews.own(year, page) : reviews.page(organisation, year, member, page);
        return Page.of(found, page, each -> new Cursor("", each.id()))
                .map(MemberReviewView::of)
                .toResponse(uri);
    }

    @GET
    @Path("/missing")
    @Operation(summary = "List the party members of cells in reach who have no review in a year")
    @APIResponseSchema(MissingMemberPage.class)
    public Response missing(
            @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("year") @NotNull @Min(2000) @Max(2100) Integer year,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(reviews.missing(organisation, year, page), page, each -> new Cursor("", each.id()))
                .toResponse(uri);
    }

    @GET
    @Path("/coverage")
    @Operation(summary = "Count who is to be reviewed in a cell and who was, each member once a year")
    @APIResponseSchema(CoverageView.class)
    public CoverageView coverage(
            @QueryParam("organisation") @NotNull UUID organisation,
            @QueryParam("year") @NotNull @Min(2000) @Max(2100) Integer year) {
        return reviews.coverage(organisation, year);
    }

    @POST
    @Path("/{id}/cancellation")
    @Operation(summary = "Strike out a review recorded by mistake, with a reason")
    @APIResponseSchema(MemberReviewView.class)
    public Response cancel(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ReviewCancellation request) {
        var review = reviews.cancel(id, ifMatch, request.reason());
        return Response.ok(MemberReviewView.of(review))
                .tag(ETags.of(review.version()))
                .build();
    }
}
