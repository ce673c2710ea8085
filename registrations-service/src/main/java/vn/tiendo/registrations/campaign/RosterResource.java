package vn.tiendo.registrations.campaign;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.campaign.RosterApi.RosterChangePage;
import vn.tiendo.registrations.campaign.RosterApi.RosterView;

@Path("/api/v1/campaigns/{id}/roster")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "campaigns")
public class RosterResource {

    @Inject
    RosterService rosters;

    @GET
    @Operation(summary = "Read who owed by the end of a day at an organisation and below it, and how that came about")
    @APIResponseSchema(RosterView.class)
    public Response read(
            @PathParam("id") UUID id,
            @QueryParam("organisation") @NotNull UUID organisation,
            @QueryParam("asOf") @Nullable LocalDate asOf) {
        return Response.ok(rosters.asOf(id, organisation, asOf)).build();
    }

    @GET
    @Path("/changes")
    @Operation(
            summary = "List who came onto the roster or left it after it was frozen, who was exempted and who opted in")
    @APIResponseSchema(RosterChangePage.class)
    public Response changes(
            @PathParam("id") UUID id,
            @QueryParam("organisation") @NotNull UUID organisation,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(rosters.changes(id, organisation, page), page, line -> new Cursor("", line.id()))
                .toResponse(uri);
    }
}
