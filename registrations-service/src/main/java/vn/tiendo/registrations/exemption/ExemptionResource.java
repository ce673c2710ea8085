package vn.tiendo.registrations.exemption;

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
import java.time.LocalDate;
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
import vn.tiendo.registrations.exemption.ExemptionApi.Basis;
import vn.tiendo.registrations.exemption.ExemptionApi.ExemptionPage;
import vn.tiendo.registrations.exemption.ExemptionApi.ExemptionView;
import vn.tiendo.registrations.exemption.ExemptionApi.NewExemption;
import vn.tiendo.registrations.exemption.ExemptionApi.ReviewRequest;
import vn.tiendo.registrations.exemption.ExemptionApi.RevocationRequest;
import vn.tiendo.registrations.exemption.ExemptionRepository.Filter;

@Path("/api/v1/exemptions")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "exemptions")
public class ExemptionResource {

    @Inject
    ExemptionService exemptions;

    @POST
    @Operation(summary = "Exempt a member by decision of the cell, with its number, date and day of review")
    @APIResponseSchema(value = ExemptionView.class, responseCode = "201")
    public Response decide(@Valid @NotNull NewExemption request) {
        var exemption = exemptions.decide(request);
        return Response.created(URI.create("/api/v1/exemptions/" + exemption.id()))
                .tag(ETags.of(exemption.version()))
                .entity(ExemptionView.of(exemption))
                .build();
    }

    @GET
    @Operation(summary = "List the exempt of an organisation and below it, or one's own (mine=true)")
    @APIResponseSchema(ExemptionPage.class)
    public Response list(
            @QueryParam("campaign") @Nullable UUID campaign,
            @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("basis") @Nullable Basis basis,
            @QueryParam("ended") boolean ended,
            @QueryParam("reviewBefore") @Nullable LocalDate reviewBefore,
            @QueryParam("mine") boolean mine,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var filter = new Filter(campaign, basis, ended, reviewBefore);
        var found = mine ? exemptions.own(filter, page) : exemptions.inReach(organisation, filter, page);
        return Page.of(found, page, line -> new Cursor("", line.id())).toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read an exemption; reading another person's is recorded")
    @APIResponseSchema(ExemptionView.class)
    public Response read(@PathParam("id") UUID id) {
        return answer(exemptions.read(id));
    }

    @POST
    @Path("/{id}/review")
    @Operation(summary = "Look at a decision again: it goes on until another day")
    @APIResponseSchema(ExemptionView.class)
    public Response review(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ReviewRequest request) {
        return answer(exemptions.review(id, ifMatch, request));
    }

    @POST
    @Path("/{id}/revocation")
    @Operation(summary = "Revoke an exemption with a reason: the member owes again")
    @APIResponseSchema(ExemptionView.class)
    public Response revoke(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull RevocationRequest request) {
        return answer(exemptions.revoke(id, ifMatch, request.reason()));
    }

    @POST
    @Path("/{id}/opt-in")
    @Operation(summary = "Give up an own exemption: one will register all the same")
    @APIResponseSchema(ExemptionView.class)
    public Response optIn(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(exemptions.optIn(id, ifMatch));
    }

    private static Response answer(Exemption exemption) {
        return Response.ok(ExemptionView.of(exemption))
                .tag(ETags.of(exemption.version()))
                .build();
    }
}
