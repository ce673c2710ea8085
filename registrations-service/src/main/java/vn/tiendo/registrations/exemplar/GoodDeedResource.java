package vn.tiendo.registrations.exemplar;

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
import vn.tiendo.registrations.exemplar.GoodDeedApi.GoodDeedExamination;
import vn.tiendo.registrations.exemplar.GoodDeedApi.GoodDeedPage;
import vn.tiendo.registrations.exemplar.GoodDeedApi.GoodDeedRejection;
import vn.tiendo.registrations.exemplar.GoodDeedApi.GoodDeedView;
import vn.tiendo.registrations.exemplar.GoodDeedApi.NewGoodDeed;

@Path("/api/v1/good-deeds")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "good-deeds")
public class GoodDeedResource {

    @Inject
    GoodDeedService deeds;

    @POST
    @Operation(summary = "Propose a good deed for the roll of a unit")
    @APIResponseSchema(value = GoodDeedView.class, responseCode = "201")
    public Response propose(@Valid @NotNull NewGoodDeed request) {
        var deed = deeds.propose(request);
        return Response.created(URI.create("/api/v1/good-deeds/" + deed.id()))
                .tag(ETags.of(deed.version()))
                .entity(GoodDeedView.of(deed))
                .build();
    }

    @GET
    @Operation(summary = "List the good deeds of units in reach, by roll and year when asked")
    @APIResponseSchema(GoodDeedPage.class)
    public Response list(
            @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("status") @Nullable GoodDeedStatus status,
            @QueryParam("rollYear") @Nullable Integer rollYear,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(deeds.page(organisation, status, rollYear, page), page, each -> new Cursor("", each.id()))
                .map(GoodDeedView::of)
                .toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a good deed")
    @APIResponseSchema(GoodDeedView.class)
    public Response read(@PathParam("id") UUID id) {
        return answer(deeds.read(id));
    }

    @POST
    @Path("/{id}/examination")
    @Operation(summary = "Record what the examination of a proposed deed has found")
    @APIResponseSchema(GoodDeedView.class)
    public Response examine(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull GoodDeedExamination request) {
        return answer(deeds.examine(id, ifMatch, request.examination()));
    }

    @POST
    @Path("/{id}/recognition")
    @Operation(summary = "Recognise an examined deed")
    @APIResponseSchema(GoodDeedView.class)
    public Response recognise(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(deeds.recognise(id, ifMatch));
    }

    @POST
    @Path("/{id}/recording")
    @Operation(summary = "Write a recognised deed into the roll, under the next number of the year")
    @APIResponseSchema(GoodDeedView.class)
    public Response record(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(deeds.record(id, ifMatch));
    }

    @POST
    @Path("/{id}/rejection")
    @Operation(summary = "Reject a deed that is not yet recognised")
    @APIResponseSchema(GoodDeedView.class)
    public Response reject(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull GoodDeedRejection request) {
        return answer(deeds.reject(id, ifMatch, request.reason()));
    }

    private static Response answer(GoodDeed deed) {
        return Response.ok(GoodDeedView.of(deed)).tag(ETags.of(deed.version())).build();
    }
}
