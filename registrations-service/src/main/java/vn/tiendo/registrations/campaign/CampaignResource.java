package vn.tiendo.registrations.campaign;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.campaign.CampaignApi.CampaignPage;
import vn.tiendo.registrations.campaign.CampaignApi.CampaignView;
import vn.tiendo.registrations.campaign.CampaignApi.FormRequest;
import vn.tiendo.registrations.campaign.CampaignApi.OpeningRequest;
import vn.tiendo.registrations.campaign.CampaignApi.ReopeningRequest;

@Path("/api/v1/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "campaigns")
public class CampaignResource {

    @Inject
    CampaignService campaigns;

    @GET
    @Operation(summary = "List the campaigns that concern the caller's organisations")
    @APIResponseSchema(CampaignPage.class)
    public Response list(
            @QueryParam("status") @Nullable CampaignStatus status,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(campaigns.page(status, page), page, campaign -> new Cursor("", campaign.id()))
                .toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a campaign")
    @APIResponse(
            responseCode = "200",
            description = "The campaign",
            content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Response read(@PathParam("id") UUID id) {
        return answer(campaigns.view(id));
    }

    @POST
    @Path("/{id}/opening")
    @Operation(summary = "Open a campaign and freeze the roster of who owes")
    @APIResponse(
            responseCode = "200",
            description = "Open; the roster is frozen unit by unit in the background",
            content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Response open(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable OpeningRequest request) {
        return answer(campaigns.open(id, ifMatch, request == null ? new OpeningRequest(null, null) : request));
    }

    @POST
    @Path("/{id}/closure")
    @Operation(summary = "Close a campaign: nothing is submitted any more; 409 while its roster is being written")
    @APIResponse(
            responseCode = "200",
            description = "Closed",
            content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Response close(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(campaigns.close(id, ifMatch));
    }

    @PUT
    @Path("/{id}/form")
    @Operation(summary = "Let new drafts be written on another published form; what is written keeps its own")
    @APIResponseSchema(CampaignView.class)
    public Response writeOn(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull FormRequest request) {
        return answer(campaigns.writeOn(id, ifMatch, request.formVersionId()));
    }

    @POST
    @Path("/{id}/reopenings")
    @Operation(summary = "Let the members of one unit write again until a day, with a reason")
    @APIResponseSchema(CampaignView.class)
    public Response reopen(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ReopeningRequest request) {
        return answer(campaigns.reopen(id, ifMatch, request));
    }

    private static Response answer(CampaignView campaign) {
        return Response.ok(campaign).tag(ETags.of(campaign.version())).build();
    }
}
