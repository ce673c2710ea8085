package vn.tiendo.reporting.regime;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.reporting.regime.RegimeApi.RegimePage;
import vn.tiendo.reporting.regime.RegimeApi.RegimeView;

/// Reference data, open to everybody who is signed in.
@Path("/api/v1/report-regimes")
public class RegimeResource {

    @Inject
    RegimeRepository regimes;

    @GET
    @Transactional
    @Operation(summary = "List the sorts of reports")
    @APIResponse(
            responseCode = "200",
            description = "A page; `Link` leads to the next one",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RegimePage.class)))
    public Response list(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(regimes.page(page), page, regime -> new Cursor("", regime.id()))
                .map(Regime::view)
                .toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Read one sort of reports")
    @APIResponseSchema(RegimeView.class)
    public Response read(@PathParam("id") UUID id) {
        return Response.ok(regimes.get(id).view()).build();
    }
}
